import { type Context, inWorkspace } from '#lib/context'
import { allow } from '#lib/permission'
import { type Instrument, INSTRUMENTS } from '#lib/stats/instruments'
import { AskedFor, Asking, askedOf } from './asked'
import { lookupOf, readCells } from './cells'
import { readChannels, seen } from './channels'
import { headlineOf } from './headline'
import { chartJourney } from './journey'
import { stageNumbers } from './numbers'
import { refuseNarrowFilter } from './suppress-map'
import type { JourneyMap } from './types'

export const MapInput = Asking.extend({ instrument: AskedFor.optional() })

/** The journey's map over a period: every number of every stage and touchpoint, from tallies alone. */
export async function readMap(ctx: Context, input: unknown): Promise<JourneyMap> {
  allow(ctx, 'journey.read')
  const { instrument = null, ...asking } = MapInput.parse(input)
  return inWorkspace(ctx, async (tx) => {
    const journey = await chartJourney(tx, ctx, asking.journey)
    const { today, timeZone, ...asked } = askedOf(asking, journey.timeZone, ctx.now())
    const counted: Instrument = instrument ?? 'emotion'
    const stageKeys = journey.stages.map((stage) => stage.key)
    const touchpointKeys = journey.stages.flatMap((stage) => stage.touchpoints.map((t) => t.key))
    const query = { workspaceId: ctx.workspaceId, journeyId: journey.id, ...asked }
    const all = { ...query, instruments: INSTRUMENTS, places: { stage: stageKeys, touchpoint: touchpointKeys } }

    const lookup = lookupOf(await readCells(tx, all))
    const everyChannel = asked.channel === null ? lookup : lookupOf(await readCells(tx, { ...all, channel: null }))
    await refuseNarrowFilter(tx, ctx, journey.stages, all)
    const channels = await readChannels(tx, { ...query, stages: stageKeys, instrument: counted }, everyChannel)
    const ofToday = { ...query, from: today, to: today, channel: null, instruments: [counted], places: { stage: stageKeys } }
    const todays = await readCells(tx, ofToday)

    const drawn = journey.stages.map((stage) => stageNumbers(stage, lookup, instrument))
    const stages = drawn.map(({ stage }) => stage)
    return {
      journey: { key: journey.key, name: journey.name },
      ...asked,
      timeZone,
      instrument,
      // Hidden stages are left out of the sum, so that it stands for no total from which they could be told.
      answers: seen(stageKeys.map((key) => lookup('stage', key, counted).n)),
      today: todays.reduce((sum, cell) => sum + cell.tally.n, 0),
      channels,
      stages,
      pain: drawn.flatMap(({ pain }) => pain),
      headline: headlineOf(stages),
    }
  })
}
