import type { Change, Trend, TrendMetric, TrendSeries } from '#lib/maps/types'
import { formatIndex, formatNumber, metricName } from '#lib/stats/format'
import { formatDays, formatMonth } from '#lib/stats/format-date'
import { MIN_BASELINE } from '#lib/stats/change/baseline'
import { MAX_Q } from '#lib/stats/change/confirmed'
import { MIN_FORECAST } from '#lib/stats/change/forecast'
import { metricOf } from '#lib/stats/measure'
import { baselineOf, continued, marked, type TimePoint, timePoints } from '../_chart/points'
import type { BaselineLine } from '../_chart/trend'

export type StageSeries = {
  key: string
  name: string
  points: TimePoint[]
  /** The newest step with a value, and what is to be said of the newest step of all. */
  last: TimePoint | null
  chip: { tone: 'neutral' | 'worse' | 'better' | 'warn'; text: string } | null
  baseline: BaselineLine | null
  /** "−16 ± 9 points against Dec 2025 – May 2026", or why that cannot be said. */
  against: string
  againstPointer?: string
  /** How well the forecast did on the past, or why there is none. */
  ahead: string
  change: Change
}

const CHIPS: Partial<Record<TimePoint['state'], string>> = { low: 'n below 30', hidden: '<5 answers', empty: 'no answers' }

type Every = Trend['every']

/** Whole months as months: "Dec 2025 – May 2026". */
export function spanOf(from: string, to: string): string {
  const isWhole = from.endsWith('-01') && new Date(Date.parse(to) + 86_400_000).getUTCDate() === 1
  if (!isWhole) return formatDays(from, to)
  return from.slice(0, 7) === to.slice(0, 7) ? formatMonth(from) : `${formatMonth(from)} – ${formatMonth(to)}`
}

/** "−16 ± 9", the half of its interval. */
const moved = ({ difference: { value, low, high } }: NonNullable<Change['confirmed']>) => `${formatIndex(value)} ± ${formatNumber((high - low) / 2)}`

const isRise = ({ confirmed }: Change) => confirmed !== null && confirmed.q <= MAX_Q && confirmed.difference.value > 0

/** The first step of the alarm that still stands, if one does. */
function watchedSince(points: readonly TimePoint[]): TimePoint | null {
  const tested = points.filter(({ z }) => z !== '')
  if (!tested.at(-1)?.watch) return null
  return tested[tested.findLastIndex(({ watch }) => !watch) + 1] ?? null
}

function chipOf(points: readonly TimePoint[], change: Change): StageSeries['chip'] {
  const watched = watchedSince(points)
  const watch = watched ? `watch since ${watched.tick}` : ''
  if (change.confirmed?.isConfirmed) return { tone: 'worse', text: ['confirmed fall', watch].filter(Boolean).join(', ') }
  if (watch) return { tone: 'warn', text: `◇ ${watch}` }
  const state = CHIPS[points.at(-1)?.state ?? 'empty']
  if (state) return { tone: 'neutral', text: state }
  if (isRise(change)) return { tone: 'better', text: 'clear rise' }
  return change.confirmed ? { tone: 'neutral', text: 'steady' } : null
}

function againstOf({ baseline, reason, confirmed }: Change): string {
  if (!baseline) return `No baseline: ${MIN_BASELINE} months with answers are needed`
  const days = spanOf(baseline.from, baseline.to)
  if (reason === 'mix_changed') return `Asked by other questions than in ${days}, so nothing is tested`
  if (!confirmed) return `Too few steps after the baseline, ${days}`
  const isClear = confirmed.q <= MAX_Q
  return isClear ? `${moved(confirmed)} points against ${days}` : `No clear change against ${days}`
}

const EVERY: Record<Every, [one: string, many: string]> = { day: ['day', 'days'], week: ['week', 'weeks'], month: ['month', 'months'] }

function aheadOf({ forecast: { shown, reason, points, backtest } }: TrendSeries, every: Every): string {
  const [one, many] = EVERY[every]
  if (shown && backtest) {
    return `Dashed: the next ${points.length} ${many} if nothing changes. On the past this was off by ${formatNumber(backtest.error, 1)} points, “same as last ${one}” by ${formatNumber(backtest.naiveError, 1)}.`
  }
  if (reason === 'period_is_past') return 'No forecast, as these days are over.'
  if (reason === 'no_better_than_last') return `No forecast: on the past it came no closer than “same as last ${one}”.`
  return `No forecast: ${MIN_FORECAST} ${many} in a row with enough answers are needed.`
}

/** `root`: where the series stands in the trend's answer. */
export function seriesOf(series: TrendSeries, every: Every, root = '/series/0'): StageSeries {
  const { key, name, change, forecast } = series
  const metric = series.points[0]?.metric ?? metricOf('emotion')
  const points = marked(timePoints(series.points, every, root), change, root)
  return {
    key,
    name,
    change,
    points: continued(points, forecast, metric, every, root),
    last: points.findLast(({ value }) => value !== null) ?? null,
    chip: points.length > 0 ? chipOf(points, change) : null,
    baseline: baselineOf(change, points),
    against: againstOf(change),
    againstPointer: change.confirmed ? `${root}/change/confirmed` : undefined,
    ahead: aheadOf(series, every),
  }
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export const nameOf = (metric: TrendMetric): string => upperFirst(metricName(metricOf(metric)))

/** What changed for certain; else where the stages stood when at least two of them last had enough answers. */
export function headlineOf(metric: TrendMetric, series: readonly StageSeries[]): string {
  return changedOf(metric, series) ?? rangeOf(metric, series)
}

/** The clear falls and rises; null where nothing is clear. */
function changedOf(metric: TrendMetric, series: readonly StageSeries[]): string | null {
  const clear = series.flatMap(({ name, change }) =>
    change.baseline && change.confirmed && (change.confirmed.isConfirmed || isRise(change)) ? [{ name, confirmed: change.confirmed, baseline: change.baseline }] : [],
  )
  // The largest fall before any rise.
  const [first, ...others] = clear.toSorted((a, b) => a.confirmed.difference.value - b.confirmed.difference.value)
  if (!first) return null
  const did = (confirmed: NonNullable<Change['confirmed']>) => (confirmed.difference.value < 0 ? 'fell' : 'rose')
  const { value, low, high } = first.confirmed.difference
  const size = `${formatNumber(Math.abs(value))} ± ${formatNumber((high - low) / 2)}`
  const rest = others.map(({ name, confirmed }) => `; ${name} ${did(confirmed)}`).slice(0, 2).join('')
  const more = others.length > 2 ? `; ${others.length - 2} more changed` : ''
  return `${first.name} ${did(first.confirmed)} ${size} points in ${nameOf(metric)} against ${spanOf(first.baseline.from, first.baseline.to)}${rest}${more}${watchOf(series)}.`
}

/** What may be about to fall; a fall that is confirmed has been said. */
function watchOf(series: readonly StageSeries[]): string {
  const watched = series.filter(({ points, change }) => !change.confirmed?.isConfirmed && watchedSince(points))
  return watched.length > 0 ? `; ${watched.map(({ name }) => name).join(', ')} on watch` : ''
}

/** Only where something was tested can nothing have changed. */
const unchangedOf = (series: readonly StageSeries[]): string =>
  watchOf(series) || (series.some(({ change }) => change.confirmed) ? '; no stage changed clearly' : '')

function rangeOf(metric: TrendMetric, series: readonly StageSeries[]): string {
  const steps = (series[0]?.points ?? []).map(({ complete }, step) => ({ complete, step }))
  // A month that still runs says less than the whole one before it.
  for (const { step } of steps.toReversed().toSorted((a, b) => Number(b.complete) - Number(a.complete))) {
    const solid = series.flatMap(({ name, points }) => {
      const point = points[step]
      return point?.state === 'measured' ? [{ name, point, value: point.value ?? 0 }] : []
    })
    const [lowest, highest] = [solid.toSorted((a, b) => a.value - b.value)[0], solid.toSorted((a, b) => b.value - a.value)[0]]
    if (lowest && highest && lowest !== highest) {
      return `${lowest.point.when}: ${nameOf(metric)} runs from ${lowest.point.text} in ${lowest.name} to ${highest.point.text} in ${highest.name}${unchangedOf(series)}.`
    }
  }
  return `Too few answers yet to compare ${nameOf(metric)} between stages${watchOf(series)}.`
}
