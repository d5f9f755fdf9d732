import type { Tx } from '#db/open'
import { type Context, inWorkspace } from '#lib/context'
import { allow } from '#lib/permission'
import { isPolarised } from '#lib/stats/drivers/moments'
import { INSTRUMENTS } from '#lib/stats/instruments'
import { spreadOf } from '#lib/stats/spread'
import type { Tally } from '#lib/stats/tally'
import { ASKED_INSTRUMENTS, AskedFor, Asking, askedOf, Text } from './asked'
import { type CellQuery, type Lookup, lookupOf, readCells } from './cells'
import { Compare, againstOf, periodBefore } from './comparison/against'
import { comparedWith, Differences } from './comparison/differences'
import { type Charted, chartJourney, stageOf, touchpointOf } from './journey'
import { stageNumbers } from './numbers'
import { heldAt, readHeld } from './reach/read-held'
import { checkGroup, narrowBy } from './suppress/suppress-map'
import type { ComparedPlace, Distribution, MapTouchpoint, PlaceNumbers, StagePanel } from './types'

/** `compare`: what the map is compared with; a period of it is what the panel looks back at, else the days just before. */
const PanelInput = Asking.extend({ stage: Text(120), touchpoint: Text(120).optional(), instrument: AskedFor.optional(), compare: Compare.optional() })

type TallyAt = (instrument: (typeof ASKED_INSTRUMENTS)[number]) => Tally
type Before = { numbers: PlaceNumbers; tallyAt: TallyAt }

/** The share of each step in the days before; null where these are hidden, or nobody was asked. */
function sharesOf(instrument: (typeof ASKED_INSTRUMENTS)[number], before: Before | null): number[] | null {
  if (!before || before.numbers[instrument].suppressed) return null
  const tally = before.tallyAt(instrument)
  return tally.n === 0 ? null : spreadOf(instrument, tally).steps.map(({ n }) => n / tally.n)
}

/** Hidden with its score as a whole: the group is the secret, not which of its steps are few. */
function distributionsOf(numbers: PlaceNumbers, tallyAt: TallyAt, before: Before | null): Distribution[] {
  return ASKED_INSTRUMENTS.filter((instrument) => tallyAt(instrument).n > 0).map((instrument) => {
    const score = numbers[instrument]
    const { steps, buckets } = spreadOf(instrument, tallyAt(instrument))
    if (!score.suppressed) return { instrument, score, steps, buckets, before: sharesOf(instrument, before), isPolarised: isPolarised(buckets) }
    const none = { negative: null, neutral: null, positive: null }
    return { instrument, score, steps: steps.map((step) => ({ ...step, n: null })), buckets: none, before: null, isPolarised: false }
  })
}

const lowestFirst = (a: MapTouchpoint, b: MapTouchpoint) => (a.emotion.value ?? Infinity) - (b.emotion.value ?? Infinity) || 0

type Only = StagePanel['instrument']

const drawnOf = ({ stages }: Charted, lookup: Lookup, only: Only) => ({ stages: stages.map((stage) => stageNumbers(stage, lookup, only).stage), pain: [], lookup })

/** The period before, tested as the map tests it: a stage beside all stages, so that both say the same of one change. */
async function lookBack(tx: Tx, ctx: Context, journey: Charted, query: CellQuery, lookup: Lookup, only: Only, compare: readonly string[]) {
  const chosen = againstOf(compare, query, journey).find(({ kind }) => kind === 'period')
  const before = chosen ?? periodBefore(query)
  if ((await narrowBy(tx, ctx, journey, { ...before, source: query.source })) !== null) return null
  const { from, to, filter } = before
  const other = drawnOf(journey, lookupOf(await readCells(tx, { ...query, from, to, filter })), only)
  const differences = new Differences(only)
  const { stages } = comparedWith(differences, 'period', drawnOf(journey, lookup, only), other)
  differences.settle()
  return { from, to, stages, lookup: other.lookup }
}

/** All about one stage, or one touchpoint of it: its numbers and what became of them, how answers spread, its touchpoints from the worst. */
export async function readStagePanel(ctx: Context, input: unknown): Promise<StagePanel> {
  allow(ctx, 'response.read')
  const { stage: stageKey, touchpoint: touchpointKey, instrument = null, compare = [], ...asking } = PanelInput.parse(input)
  return inWorkspace(ctx, async (tx) => {
    const journey = await chartJourney(tx, ctx, asking.journey)
    const { today: _, timeZone, ...asked } = askedOf(asking, journey.timeZone, ctx.now())
    await checkGroup(tx, ctx, journey, asked)
    const stage = stageOf(journey, stageKey)
    const touchpoint = touchpointKey === undefined ? null : touchpointOf([stage], touchpointKey)
    const places = { stage: journey.stages.map(({ key }) => key), touchpoint: journey.stages.flatMap((each) => each.touchpoints.map(({ key }) => key)) }
    const query: CellQuery = { workspaceId: ctx.workspaceId, journeyId: journey.id, instruments: INSTRUMENTS, places, from: asked.from, to: asked.to, filter: asked.filter, source: asked.source }
    const lookup = lookupOf(await readCells(tx, query))
    const drawn = stageNumbers(stage, lookup, instrument).stage
    const at = <P>(place: P & { touchpoints: readonly (P & { key: string })[] }): P => place.touchpoints.find(({ key }) => key === touchpoint?.key) ?? place
    const numbers = numbersOf(at<PlaceNumbers>(drawn))
    const tallyAt = (from: Lookup): TallyAt => (i) => from(touchpoint ? 'touchpoint' : 'stage', touchpoint?.key ?? stage.key, i)

    const back = await lookBack(tx, ctx, journey, query, lookup, instrument, compare)
    const there = back?.stages.find(({ key }) => key === stage.key)
    const was = there && at<PlaceNumbers & { difference: ComparedPlace }>(there)
    const before = back && was ? { numbers: numbersOf(was), tallyAt: tallyAt(back.lookup) } : null
    const held = await readHeld(tx, { ...query, instruments: [instrument ?? 'emotion'] })
    return {
      journey: { key: journey.key, name: journey.name },
      ...asked,
      timeZone,
      stage: { key: stage.key, name: stage.name, position: stage.position },
      touchpoint,
      instrument,
      numbers,
      before: back && was ? { from: back.from, to: back.to, numbers: numbersOf(was), difference: was.difference } : null,
      held: heldAt(stage, touchpoint?.key ?? null, held, instrument ?? 'emotion'),
      distributions: distributionsOf(numbers, tallyAt(lookup), before),
      touchpoints: [...drawn.touchpoints].sort(lowestFirst),
    }
  })
}

const numbersOf = ({ emotion, nps, csat, ces, sentiment, text }: PlaceNumbers): PlaceNumbers => ({ emotion, nps, csat, ces, sentiment, text })
