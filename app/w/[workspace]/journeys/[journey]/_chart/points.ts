import type { TrendPoint } from '#lib/maps/types'
import { formatNumber, formatRange, formatValue } from '#lib/stats/format'
import { formatDays, formatMonth } from '#lib/stats/format-date'

/** One point of a line over time, ready to draw: numbers are text already, but for the places on the axis. */
export type TimePoint = {
  id: string
  /** The tick below: "Dec", "5 Jan". */
  tick: string
  when: string
  value: number | null
  low: number | null
  high: number | null
  text: string
  range: string
  n: string
  state: 'measured' | 'low' | 'hidden' | 'empty'
  complete: boolean
}

export type Every = 'day' | 'week' | 'month'

const MONTH_YEAR = /^(\S+) \d+$/

function stateOf({ suppressed, value, lowN }: TrendPoint): TimePoint['state'] {
  if (suppressed) return 'hidden'
  if (value === null) return 'empty'
  return lowN ? 'low' : 'measured'
}

export const timePoints = (points: readonly TrendPoint[], every: Every): TimePoint[] =>
  points.map((point) => ({
    id: point.from,
    tick: every === 'month' ? formatMonth(point.from).replace(MONTH_YEAR, '$1') : formatDays(point.from, point.from).replace(/ \d{4}$/, ''),
    when: every === 'month' && point.complete ? formatMonth(point.from) : `${formatDays(point.from, point.to)}${point.complete ? '' : ', not complete'}`,
    value: point.value,
    low: point.low,
    high: point.high,
    text: formatValue(point),
    range: formatRange(point),
    n: point.n === null ? '<5' : formatNumber(point.n),
    state: stateOf(point),
    complete: point.complete,
  }))
