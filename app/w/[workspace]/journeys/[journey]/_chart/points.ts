import type { Change, Forecast, TrendPoint } from '#lib/maps/types'
import { formatNumber, formatRange, formatValue } from '#lib/stats/format'
import { formatDays, formatMonth } from '#lib/stats/format-date'
import type { Metric } from '#lib/stats/measure'
import type { BaselineLine } from './trend'

/** How a step would be if nothing changes. */
export type Ahead = { pointer: string; value: number; low: number; high: number; text: string; range: string }

/** One point of a line over time, ready to draw: numbers are text already, but for the places on the axis. */
export type TimePoint = {
  id: string
  /** Where its number and its test stand in the trend's answer; empty where they stand in none. */
  pointer: string
  testPointer: string
  /** The tick below, "Dec" or "5 Jan", and the year that stands under it where it changes. */
  tick: string
  year: string
  when: string
  value: number | null
  low: number | null
  high: number | null
  text: string
  range: string
  n: string
  state: 'measured' | 'low' | 'hidden' | 'empty' | 'ahead'
  complete: boolean
  /** Standard errors from the baseline, "−2.1"; empty where it was not tested. */
  z: string
  watch: boolean
  /** One of the steps that together confirm a fall. */
  confirmed: boolean
  ahead: Ahead | null
}

export type Every = 'day' | 'week' | 'month'

const MONTH_YEAR = /^(\S+) \d+$/

function stateOf({ suppressed, value, lowN }: TrendPoint): TimePoint['state'] {
  if (suppressed) return 'hidden'
  if (value === null) return 'empty'
  return lowN ? 'low' : 'measured'
}

const tickOf = (from: string, every: Every) => ({
  tick: every === 'month' ? formatMonth(from).replace(MONTH_YEAR, '$1') : formatDays(from, from).replace(/ \d{4}$/, ''),
  year: from.slice(0, 4),
})

const plain = { z: '', watch: false, confirmed: false, ahead: null }
const NOTHING = { pointer: '', testPointer: '', value: null, low: null, high: null, text: '–', range: '', n: '', state: 'ahead', complete: false, ...plain } as const

/** `root`: where the series stands in the trend's answer. */
export const timePoints = (points: readonly TrendPoint[], every: Every, root = ''): TimePoint[] =>
  points.map((point, place) => ({
    id: point.from,
    pointer: root && `${root}/points/${place}`,
    testPointer: '',
    ...tickOf(point.from, every),
    when: every === 'month' && point.complete ? formatMonth(point.from) : `${formatDays(point.from, point.to)}${point.complete ? '' : ', not complete'}`,
    value: point.value,
    low: point.low,
    high: point.high,
    text: formatValue(point),
    range: formatRange(point),
    n: point.n === null ? '<5' : formatNumber(point.n),
    state: stateOf(point),
    complete: point.complete,
    ...plain,
  }))

/** The points with what the tests say of each. */
export function marked(points: readonly TimePoint[], { points: tested, confirmed }: Change, root: string): TimePoint[] {
  const found = new Map(tested.map((test, place) => [test.from, { ...test, testPointer: `${root}/change/points/${place}` }]))
  const isPart = (id: string) => confirmed !== null && confirmed.isConfirmed && id >= confirmed.from && id <= confirmed.to
  return points.map((point) => {
    const test = found.get(point.id)
    const z = test?.z == null ? '' : formatNumber(test.z, 1)
    return { ...point, z, testPointer: test?.testPointer ?? '', watch: test?.watch ?? false, confirmed: isPart(point.id) && point.value !== null }
  })
}

const written = (metric: Metric, { value, low, high }: Forecast['points'][number], pointer: string): Ahead => {
  const m = { metric, value, low, high, n: null, suppressed: false, lowN: false }
  return { pointer, value, low, high, text: formatValue(m), range: formatRange(m) }
}

/** The points, and after them the steps of the forecast; a step that still runs has both. */
export function continued(points: readonly TimePoint[], forecast: Forecast, metric: Metric, every: Every, root: string): TimePoint[] {
  const ahead = new Map(forecast.points.map((point, place) => [point.from, written(metric, point, `${root}/forecast/points/${place}`)]))
  const known = new Set(points.map(({ id }) => id))
  const later = forecast.points.filter(({ from }) => !known.has(from)).map(({ from, to }): TimePoint => ({
    id: from,
    ...tickOf(from, every),
    when: every === 'month' ? formatMonth(from) : formatDays(from, to),
    ...NOTHING,
  }))
  return [...points, ...later].map((point) => ({ ...point, ahead: ahead.get(point.id) ?? null }))
}

/** Charts beside each other end at the same step: where one goes on, the others have its room empty. */
export function aligned(lines: readonly (readonly TimePoint[])[]): TimePoint[][] {
  const longest = lines.reduce((most, points) => (points.length > most.length ? points : most), [])
  return lines.map((points) => [...points, ...longest.slice(points.length).map((point) => ({ ...point, ...NOTHING }))])
}

/** The steps of the baseline that are shown. */
export function baselineOf({ baseline }: Change, points: readonly TimePoint[]): BaselineLine | null {
  if (!baseline) return null
  const shown = points.filter(({ id }) => id >= baseline.from && id <= baseline.to)
  return { value: baseline.value, from: shown[0]?.id ?? null, to: shown.at(-1)?.id ?? null }
}
