import { type Context, inWorkspace } from '#lib/context'
import { allow } from '#lib/permission'
import { measureIndex } from '#lib/stats/index-of'
import { INSTRUMENTS } from '#lib/stats/instruments'
import { type Measured, measure } from '#lib/stats/measure'
import { spreadOf } from '#lib/stats/spread'
import type { Tally } from '#lib/stats/tally'
import { addMonths, monthOf } from '#lib/time'
import { ASKED_INSTRUMENTS, AskedFor, Asking, askedOf, Text } from './asked'
import { lookupOf, readCells } from './cells'
import { chartJourney, stageOf, touchpointOf } from './journey'
import { stageNumbers } from './numbers'
import { pointsOf } from './read-trend'
import { heldAt, readHeld } from './reach/read-held'
import { stepsOf } from './steps'
import { checkGroup } from './suppress/suppress-map'
import type { Distribution, MapTouchpoint, PlaceNumbers, StagePanel } from './types'

const PanelInput = Asking.extend({ stage: Text(120), touchpoint: Text(120).optional(), instrument: AskedFor.optional() })

const TREND_MONTHS = 12

/** Hidden with its score as a whole: the group is the secret, not which of its steps are few. */
function distributionsOf(numbers: PlaceNumbers, tallyAt: (instrument: (typeof ASKED_INSTRUMENTS)[number]) => Tally): Distribution[] {
  return ASKED_INSTRUMENTS.filter((instrument) => tallyAt(instrument).n > 0).map((instrument) => {
    const score = numbers[instrument]
    const { steps, buckets } = spreadOf(instrument, tallyAt(instrument))
    if (!score.suppressed) return { instrument, score, steps, buckets }
    const none = { negative: null, neutral: null, positive: null }
    return { instrument, score, steps: steps.map((step) => ({ ...step, n: null })), buckets: none }
  })
}

const lowestFirst = (a: MapTouchpoint, b: MapTouchpoint) => (a.emotion.value ?? Infinity) - (b.emotion.value ?? Infinity) || 0

/** All about one stage, or one touchpoint of it: how answers spread, twelve months, its touchpoints from the worst. */
export async function readStagePanel(ctx: Context, input: unknown): Promise<StagePanel> {
  allow(ctx, 'response.read')
  const { stage: stageKey, touchpoint: touchpointKey, instrument = null, ...asking } = PanelInput.parse(input)
  return inWorkspace(ctx, async (tx) => {
    const journey = await chartJourney(tx, ctx, asking.journey)
    const { today, timeZone, ...asked } = askedOf(asking, journey.timeZone, ctx.now())
    await checkGroup(tx, ctx, journey, asked)
    const stage = stageOf(journey, stageKey)
    const touchpoint = touchpointKey === undefined ? null : touchpointOf([stage], touchpointKey)
    const places = { stage: [stage.key], touchpoint: stage.touchpoints.map((t) => t.key) }
    const query = { workspaceId: ctx.workspaceId, journeyId: journey.id, instruments: INSTRUMENTS, places, ...asked }
    const lookup = lookupOf(await readCells(tx, query))
    const drawn = stageNumbers(stage, lookup, instrument).stage
    const numbers = drawn.touchpoints.find((t) => t.key === touchpoint?.key) ?? drawn

    const year = { from: addMonths(monthOf(asked.to), 1 - TREND_MONTHS), to: asked.to }
    const here = touchpoint ? { touchpoint: [touchpoint.key] } : { stage: [stage.key] }
    const cells = await readCells(tx, { ...query, ...year, places: here, instruments: [instrument ?? 'emotion'], every: 'month' })
    const held = await readHeld(tx, { ...query, instruments: [instrument ?? 'emotion'] })
    const show = (tally: Tally): Measured => (instrument ? measureIndex(instrument, tally) : measure('emotion_index', tally))
    return {
      journey: { key: journey.key, name: journey.name },
      ...asked,
      timeZone,
      stage: { key: stage.key, name: stage.name, position: stage.position },
      touchpoint,
      instrument,
      numbers: numbersOf(numbers),
      held: heldAt(stage, touchpoint?.key ?? null, held, instrument ?? 'emotion'),
      distributions: distributionsOf(numbers, (i) => lookup(touchpoint ? 'touchpoint' : 'stage', touchpoint?.key ?? stage.key, i)),
      trend: pointsOf(stepsOf(year, 'month', today), cells, show),
      touchpoints: [...drawn.touchpoints].sort(lowestFirst),
    }
  })
}

const numbersOf = ({ emotion, nps, csat, ces, sentiment, text }: PlaceNumbers): PlaceNumbers => ({ emotion, nps, csat, ces, sentiment, text })
