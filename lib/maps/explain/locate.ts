import { fault, invalid } from '#lib/errors'
import { type Instrument, INSTRUMENTS } from '#lib/stats/instruments'
import type { Measured, Metric } from '#lib/stats/measure'
import type { CellQuery, Level } from '../cells'
import type { DrawnMap } from '../draw-map'
import type { Compared } from '../types'
import type { Plan } from '../read-plan'
import type { Called } from './called'
import { COUNT, DIFFERENCE, FORMULAS, type Formula, HELD, INSTRUMENT_INDEX, PLANNED, SEVERITY, VARIANTS } from './formulas'

/** Which answers went into a number. `isIndex`: they are felt as e of their instrument, not counted as its own metric. */
export type Cell = { level: Level; place: string; instrument: Instrument; isIndex?: boolean } & Pick<CellQuery, 'from' | 'to' | 'filter'>

/**
 * One number of an answer, found by its pointer: what it is called, how it is made, of which cells, and what stands there. `metric`:
 * whose unit it is in; null for a plain number. Its own days, where it has no cell.
 */
export type Located = {
  called: Called
  formula: Formula
  metric: Metric | null
  shown: unknown
  isHidden: boolean
  cell: Cell | null
  against: Cell | null
  from?: string
  to?: string
}

export const unknownNumber = (number: string) =>
  invalid(fault('/number', 'unknown_number', 'There is no number at "{number}". Point to one of the answer\'s numbers, such as /stages/0/nps.', { number: number.slice(0, 80) }))

const isInstrument = (name: string | undefined): name is Instrument => INSTRUMENTS.some((instrument) => instrument === name)

/** The value that a JSON pointer (RFC 6901) names. */
export function valueAt(root: unknown, tokens: readonly string[]): unknown {
  return tokens.reduce<unknown>((value, token) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return undefined
    return (value as Record<string, unknown>)[token]
  }, root)
}

export const tokensOf = (number: string): string[] => number.split('/').slice(1)

const isMeasured = (value: unknown): value is Measured => typeof value === 'object' && value !== null && 'metric' in value && 'suppressed' in value
const isCompared = (value: unknown): value is Compared => typeof value === 'object' && value !== null && 'isClear' in value

type Spot = { level: Level; place: string; name: string; instrument: Instrument; rest: readonly string[] }

/** Which place and instrument the tokens speak of, within a map or within one of its compared series. */
function spotOf(map: DrawnMap['map'], [first, i = '', ...rest]: readonly string[]): Spot | null {
  if (first === 'pain') {
    const cell = map.pain[Number(i)]
    return cell ? { level: 'touchpoint', place: cell.touchpoint, name: cell.name, instrument: cell.instrument, rest } : null
  }
  if (first === 'heat') {
    const cell = map.heat[Number(i)]
    const stage = map.stages.find(({ key }) => key === cell?.stage)
    return cell && stage ? { level: 'stage', place: stage.key, name: stage.name, instrument: cell.instrument, rest } : null
  }
  const stage = first === 'stages' ? map.stages[Number(i)] : undefined
  if (!stage) return null
  const isInner = rest[0] === 'touchpoints'
  const place = isInner ? stage.touchpoints[Number(rest[1])] : stage
  const own = isInner ? rest.slice(2) : rest
  const instrument = own.at(-1)
  if (!place || !isInstrument(instrument)) return null
  return { level: isInner ? 'touchpoint' : 'stage', place: place.key, name: place.name, instrument, rest: own }
}

/** A number of the map. */
export function locateInMap({ map, others }: DrawnMap, number: string): Located {
  const tokens = tokensOf(number)
  const shown = valueAt(map, tokens)
  const isCount = /^(\/compared\/\d+)?\/answers$|^\/today$|^\/(channels|dimensions\/\d+\/values)\/\d+\/n$/.test(number)
  if (isCount && shown !== undefined) return { called: { is: 'answers' }, formula: COUNT, metric: null, shown, isHidden: shown === null, cell: null, against: null }
  const series = tokens[0] === 'compared' ? others[Number(tokens[1])] : undefined
  if (number === '/held') return { called: { is: 'held' }, formula: HELD, metric: null, shown, isHidden: shown === null, cell: null, against: null }
  const spot = spotOf(map, series ? tokens.slice(2) : tokens)
  if (!spot) throw unknownNumber(number)
  const { level, place } = spot
  const isWholePain = (series ? tokens[2] : tokens[0]) === 'pain'
  // With one instrument asked for, the emotion of a place is that of its answers alone.
  const isIndex = tokens[0] === 'heat' || (isWholePain && spot.rest[0] !== 'score') || (spot.instrument === 'emotion' && map.instrument !== null)
  const instrument = spot.instrument === 'emotion' && map.instrument !== null ? map.instrument : spot.instrument
  const own = { level, place, instrument, isIndex, from: map.from, to: map.to, filter: map.filter }
  const other = series ? { ...own, from: series.against.from, to: series.against.to, filter: series.against.filter } : null
  if (isCompared(shown)) {
    const formula = series?.against.kind === 'variant' ? VARIANTS : DIFFERENCE
    return { called: { is: 'difference', metric: shown.metric, place: spot.name }, formula, metric: shown.metric, shown, isHidden: shown.state === 'hidden', cell: own, against: other }
  }
  if (isMeasured(shown)) {
    const formula = isIndex ? INSTRUMENT_INDEX : FORMULAS[shown.metric]
    return { called: { is: 'measured', metric: shown.metric, place: spot.name }, formula, metric: shown.metric, shown, isHidden: shown.suppressed, cell: other ?? own, against: null }
  }
  if (isWholePain && spot.rest[0] === 'pain' && spot.rest.length > 1 && shown !== undefined) {
    const part = spot.rest[1] === 'severity' ? null : (spot.rest[1] ?? null)
    return { called: { is: 'severity', part, place: spot.name }, formula: SEVERITY, metric: null, shown, isHidden: shown === null, cell: own, against: null }
  }
  throw unknownNumber(number)
}

/** What a stage needs, or still lacks. */
export function locateInPlan(plan: Plan, number: string): Located {
  const tokens = tokensOf(number)
  const stage = plan.stages[Number(tokens[1])]
  const shown = valueAt(plan, tokens)
  if (!stage || shown === undefined || !/^\/stages\/\d+\/(n|(margin|change)(\/\w+)?)$/.test(number)) throw unknownNumber(number)
  const cell = { level: 'stage' as const, place: stage.key, instrument: plan.metric, from: plan.from, to: plan.to, filter: plan.filter }
  const isCount = tokens[2] === 'n'
  return { called: { is: isCount ? 'answers_at' : 'needed', place: stage.name }, formula: isCount ? COUNT : PLANNED, metric: null, shown, isHidden: stage.n === null, cell, against: null }
}
