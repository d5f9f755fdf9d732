import type { Change, Forecast, TrendPoint } from '#lib/maps/change/types'
import type { Metric } from '#lib/stats/measure'
import type { BaselineLine } from './trend'
import type { TimeWords } from './words'

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
  answers: string
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

function stateOf({ suppressed, value, lowN }: TrendPoint): TimePoint['state'] {
  if (suppressed) return 'hidden'
  if (value === null) return 'empty'
  return lowN ? 'low' : 'measured'
}

const tickOf = ({ say }: TimeWords, from: string, every: Every) => {
  const year = from.slice(0, 4)
  return { tick: (every === 'month' ? say.month(from) : say.day(from)).replace(year, '').trim(), year }
}

const plain = { z: '', watch: false, confirmed: false, ahead: null }
const NOTHING = { pointer: '', testPointer: '', value: null, low: null, high: null, text: '–', range: '', n: '', answers: '', state: 'ahead', complete: false, ...plain } as const

function whenOf({ t, say }: TimeWords, { from, to, complete }: TrendPoint, every: Every): string {
  if (!complete) return t('notComplete', { days: say.days(from, to) })
  return every === 'month' ? say.month(from) : say.days(from, to)
}

/** `root`: where the series stands in the trend's answer. */
export const timePoints = (words: TimeWords, points: readonly TrendPoint[], every: Every, root = ''): TimePoint[] =>
  points.map((point, place) => ({
    id: point.from,
    pointer: root && `${root}/points/${place}`,
    testPointer: '',
    ...tickOf(words, point.from, every),
    when: whenOf(words, point, every),
    value: point.value,
    low: point.low,
    high: point.high,
    text: words.say.value(point),
    range: words.say.range(point),
    n: point.n === null ? '<5' : words.say.number(point.n),
    answers: words.say.answers(point.n),
    state: stateOf(point),
    complete: point.complete,
    ...plain,
  }))

/** The points with what the tests say of each. */
export function marked({ say }: TimeWords, points: readonly TimePoint[], { points: tested, confirmed }: Change, root: string): TimePoint[] {
  const found = new Map(tested.map((test, place) => [test.from, { ...test, testPointer: `${root}/change/points/${place}` }]))
  const isPart = (id: string) => confirmed !== null && confirmed.isConfirmed && id >= confirmed.from && id <= confirmed.to
  return points.map((point) => {
    const test = found.get(point.id)
    const z = test?.z == null ? '' : say.number(test.z, 1)
    return { ...point, z, testPointer: test?.testPointer ?? '', watch: test?.watch ?? false, confirmed: isPart(point.id) && point.value !== null }
  })
}

const written = ({ say }: TimeWords, metric: Metric, { value, low, high }: Forecast['points'][number], pointer: string): Ahead => {
  const m = { metric, value, low, high, n: null, suppressed: false, lowN: false }
  return { pointer, value, low, high, text: say.value(m), range: say.range(m) }
}

/** The points, and after them the steps of the forecast; a step that still runs has both. */
export function continued(words: TimeWords, points: readonly TimePoint[], forecast: Forecast, metric: Metric, every: Every, root: string): TimePoint[] {
  const ahead = new Map(forecast.points.map((point, place) => [point.from, written(words, metric, point, `${root}/forecast/points/${place}`)]))
  const known = new Set(points.map(({ id }) => id))
  const later = forecast.points.filter(({ from }) => !known.has(from)).map(({ from, to }): TimePoint => ({
    id: from,
    ...tickOf(words, from, every),
    when: every === 'month' ? words.say.month(from) : words.say.days(from, to),
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
