import { z } from 'zod'
import { type Context, inWorkspace } from '#lib/context'
import type { Outcome } from '#lib/journeys/outcome'
import { allow } from '#lib/permission'
import { MIN_PAIRS } from '#lib/stats/drivers/correlation'
import { MIN_CASES } from '#lib/stats/drivers/johnson'
import { type Quadrant, quadrantsOf } from '#lib/stats/drivers/quadrant'
import { K_DEFAULT, type Measured, measure } from '#lib/stats/measure'
import { hidden, hide } from '#lib/stats/suppress'
import type { StudyResult } from '#lib/studies/result'
import { SOURCES_COUNTED, type StudyState, studyOf } from '#lib/studies/store'
import { Text } from '../asked'
import { lookupOf, readCells } from '../cells'
import { type Charted, chartJourney } from '../journey'
import { hiddenAt } from '../suppress/suppress-map'
import type { NamedOutcome } from '../types'

export const DriversInput = z.strictObject({ journey: Text(120), by: z.enum(['stage', 'touchpoint']).default('stage') })

/** How one place goes together with the outcome. `r` is null below `minPairs` people, or where nothing varies. */
export type Driver = {
  key: string
  name: string
  stage: string
  r: number | null
  low: number | null
  high: number | null
  /** People with a value here and an outcome; null where they are too few to say how many. */
  n: number | null
  suppressed: boolean
  /** Fewer people than `minPairs`. */
  lowN: boolean
  spearman: number | null
  /** Share of the outcome's variance, 0..1; the weights of all places add up to R². */
  weight: number | null
  performance: Measured
  quadrant: Quadrant | null
}

export type Drivers = {
  journey: { key: string; name: string }
  by: 'stage' | 'touchpoint'
  outcome: NamedOutcome
  window: { from: string; to: string } | null
  countedAt: string | null
  state: StudyState['state']
  progress: StudyState['progress']
  minPairs: number
  drivers: Driver[]
  /** Medians of what is shown, where the quadrants meet. */
  lines: { importance: number; performance: number } | null
  /** `places`: keys that went in; `cases`: people with a value at each of them. */
  johnson: { r2: number; cases: number; places: string[] } | null
  note: string
}

export const outcomeOf = (outcome: Outcome | null, { stages }: Charted): NamedOutcome => {
  if (outcome === null) return { kind: 'overall_nps' }
  if (outcome.kind === 'attribute') return outcome
  const touchpoint = stages.flatMap((stage) => stage.touchpoints).find(({ key }) => key === outcome.touchpoint)
  return { ...outcome, name: touchpoint?.name ?? outcome.touchpoint }
}

function noteOf(result: StudyResult | null, by: 'stage' | 'touchpoint'): string {
  const always = 'Goes together with the outcome; that does not mean it causes it.'
  if (!result) return always
  if (result.outcome === null) return `${always} No outcome is declared: each place is held against the same person's NPS elsewhere, and no weights are given.`
  if (result.johnson[by] === null) return `${always} Weights need ${MIN_CASES} people with a value at each common place and an outcome.`
  return always
}

type Place = Pick<Driver, 'key' | 'name' | 'stage' | 'performance'>

function driverOf(place: Place, result: StudyResult, by: 'stage' | 'touchpoint'): Omit<Driver, 'quadrant'> {
  const found = (by === 'stage' ? result.stages : result.touchpoints)[place.key] ?? { r: null, low: null, high: null, n: 0, spearman: null }
  const johnson = result.johnson[by]
  const at = johnson?.places.indexOf(place.key) ?? -1
  // Where the place itself is hidden, so is what is known of the people who were there.
  const suppressed = hidden(found.n, K_DEFAULT) || place.performance.suppressed
  if (suppressed) return { ...place, r: null, low: null, high: null, n: null, suppressed, lowN: false, spearman: null, weight: null }
  return { ...place, ...found, suppressed, lowN: found.n < MIN_PAIRS, weight: johnson?.weights[at] ?? null }
}

const strongestFirst = (a: Driver, b: Driver) => (b.r ?? -2) - (a.r ?? -2) || (b.n ?? 0) - (a.n ?? 0)

/** Importance and performance of each place, as the journey's last study has counted them; it is counted anew by a job where it has grown old. */
export async function readDrivers(ctx: Context, input: unknown): Promise<Drivers> {
  allow(ctx, 'journey.read')
  // Pairs of one person's answers are no table of sums: who may not read responses gets no figure made of them.
  allow(ctx, 'response.read')
  const { journey: key, by } = DriversInput.parse(input)
  return inWorkspace(ctx, async (tx) => {
    const journey = await chartJourney(tx, ctx, key)
    const { state, progress, countedAt, result, outcome } = await studyOf(tx, ctx, journey.id)
    const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints.map((t) => ({ ...t, stage: stage.key })))
    const places = { stage: journey.stages.map((stage) => stage.key), touchpoint: touchpoints.map((t) => t.key) }
    const query = { workspaceId: ctx.workspaceId, journeyId: journey.id, filter: null, source: SOURCES_COUNTED, instruments: ['emotion'] as const, places }
    const lookup = lookupOf(result ? await readCells(tx, { ...query, ...result.window }) : [])
    const listed = journey.stages.flatMap((stage): Place[] => {
      const gone = hiddenAt(stage, lookup)
      const performance = (level: 'stage' | 'touchpoint', place: string, isHidden: boolean) => {
        const index = measure('emotion_index', lookup(level, place, 'emotion'))
        return isHidden ? hide(index) : index
      }
      if (by === 'stage') return [{ key: stage.key, name: stage.name, stage: stage.key, performance: performance('stage', stage.key, gone.stage('emotion')) }]
      return stage.touchpoints
        .map(({ key, name }) => ({ key, name, stage: stage.key, performance: performance('touchpoint', key, gone.touchpoint(key, 'emotion')) }))
        .filter((place) => place.performance.n !== 0)
    })
    const counted = result ? listed.map((place) => driverOf(place, result, by)) : []
    const { lines, quadrants } = quadrantsOf(counted.map(({ r, performance }) => ({ importance: r, performance: performance.value })))
    const johnson = result?.johnson[by] ?? null
    return {
      journey: { key: journey.key, name: journey.name },
      by,
      outcome: outcomeOf(outcome, journey),
      window: result?.window ?? null,
      countedAt: countedAt?.toISOString() ?? null,
      state,
      progress,
      minPairs: MIN_PAIRS,
      drivers: counted.map((driver, i) => ({ ...driver, quadrant: quadrants[i] ?? null })).sort(strongestFirst),
      lines,
      johnson: johnson && { r2: johnson.r2, cases: johnson.cases, places: johnson.places },
      note: noteOf(result, by),
    }
  })
}
