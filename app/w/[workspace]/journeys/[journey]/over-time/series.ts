import type { Change, Trend, TrendMetric, TrendSeries } from '#lib/maps/change/types'
import { MIN_BASELINE } from '#lib/stats/change/baseline'
import { MAX_Q } from '#lib/stats/change/confirmed'
import { MIN_FORECAST } from '#lib/stats/change/forecast'
import { metricOf } from '#lib/stats/measure'
import { baselineOf, continued, marked, type TimePoint, timePoints } from '../_chart/points'
import type { BaselineLine } from '../_chart/trend'
import type { TimeWords } from '../_chart/words'

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

type Every = Trend['every']

/** Whole months as months: "Dec 2025 – May 2026". */
export function spanOf({ say }: TimeWords, from: string, to: string): string {
  const isWhole = from.endsWith('-01') && new Date(Date.parse(to) + 86_400_000).getUTCDate() === 1
  if (!isWhole) return say.days(from, to)
  return from.slice(0, 7) === to.slice(0, 7) ? say.month(from) : `${say.month(from)} – ${say.month(to)}`
}

/** "−16 ± 9", the half of its interval. */
const moved = ({ say }: TimeWords, { difference: { value, low, high } }: NonNullable<Change['confirmed']>) => `${say.index(value)} ± ${say.number((high - low) / 2)}`

const isRise = ({ confirmed }: Change) => confirmed !== null && confirmed.q <= MAX_Q && confirmed.difference.value > 0

/** The first step of the alarm that still stands, if one does. */
function watchedSince(points: readonly TimePoint[]): TimePoint | null {
  const tested = points.filter(({ z }) => z !== '')
  if (!tested.at(-1)?.watch) return null
  return tested[tested.findLastIndex(({ watch }) => !watch) + 1] ?? null
}

function chipOf({ t }: TimeWords, points: readonly TimePoint[], change: Change): StageSeries['chip'] {
  const watched = watchedSince(points)
  const watch = watched ? t('chip.watch', { since: watched.tick }) : ''
  if (change.confirmed?.isConfirmed) return { tone: 'worse', text: [t('chip.confirmed'), watch].filter(Boolean).join(', ') }
  if (watch) return { tone: 'warn', text: `◇ ${watch}` }
  const state = points.at(-1)?.state ?? 'empty'
  if (state === 'low' || state === 'hidden' || state === 'empty') return { tone: 'neutral', text: t(`chip.${state}`) }
  if (isRise(change)) return { tone: 'better', text: t('chip.rise') }
  return change.confirmed ? { tone: 'neutral', text: t('chip.steady') } : null
}

function againstOf(words: TimeWords, { baseline, reason, confirmed }: Change): string {
  const { t } = words
  if (!baseline) return t('against.none', { n: MIN_BASELINE })
  const days = spanOf(words, baseline.from, baseline.to)
  if (reason === 'mix_changed') return t('against.mix', { days })
  if (!confirmed) return t('against.few', { days })
  const isClear = confirmed.q <= MAX_Q
  return isClear ? t('against.moved', { change: moved(words, confirmed), days }) : t('against.unclear', { days })
}

function aheadOf({ t, say }: TimeWords, { forecast: { shown, reason, points, backtest } }: TrendSeries, every: Every): string {
  if (shown && backtest) {
    return t('ahead.shown', { n: points.length, every, error: say.number(backtest.error, 1), naive: say.number(backtest.naiveError, 1) })
  }
  if (reason === 'period_is_past') return t('ahead.past')
  if (reason === 'no_better_than_last') return t('ahead.noBetter', { every })
  return t('ahead.few', { n: MIN_FORECAST, every })
}

/** `root`: where the series stands in the trend's answer. */
export function seriesOf(words: TimeWords, series: TrendSeries, every: Every, root = '/series/0'): StageSeries {
  const { key, name, change, forecast } = series
  const metric = series.points[0]?.metric ?? metricOf('emotion')
  const points = marked(words, timePoints(words, series.points, every, root), change, root)
  return {
    key,
    name,
    change,
    points: continued(words, points, forecast, metric, every, root),
    last: points.findLast(({ value }) => value !== null) ?? null,
    chip: points.length > 0 ? chipOf(words, points, change) : null,
    baseline: baselineOf(change, points),
    against: againstOf(words, change),
    againstPointer: change.confirmed ? `${root}/change/confirmed` : undefined,
    ahead: aheadOf(words, series, every),
  }
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export const nameOf = ({ say }: TimeWords, metric: TrendMetric): string => upperFirst(say.metricName(metricOf(metric)))

/** What changed for certain; else where the stages stood when at least two of them last had enough answers. */
export function headlineOf(words: TimeWords, metric: TrendMetric, series: readonly StageSeries[]): string {
  return changedOf(words, metric, series) ?? rangeOf(words, metric, series)
}

/** The clear falls and rises; null where nothing is clear. */
function changedOf(words: TimeWords, metric: TrendMetric, series: readonly StageSeries[]): string | null {
  const { t, say } = words
  const clear = series.flatMap(({ name, change }) =>
    change.baseline && change.confirmed && (change.confirmed.isConfirmed || isRise(change)) ? [{ name, confirmed: change.confirmed, baseline: change.baseline }] : [],
  )
  // The largest fall before any rise.
  const [first, ...others] = clear.toSorted((a, b) => a.confirmed.difference.value - b.confirmed.difference.value)
  if (!first) return null
  const wayOf = (confirmed: NonNullable<Change['confirmed']>) => (confirmed.difference.value < 0 ? 'fell' : 'rose')
  const { value, low, high } = first.confirmed.difference
  const size = `${say.number(Math.abs(value))} ± ${say.number((high - low) / 2)}`
  const rest = others.map(({ name, confirmed }) => t('head.also', { stage: name, way: wayOf(confirmed) })).slice(0, 2).join('')
  const more = others.length > 2 ? t('head.more', { n: others.length - 2 }) : ''
  const days = spanOf(words, first.baseline.from, first.baseline.to)
  return `${t('head.changed', { stage: first.name, way: wayOf(first.confirmed), size, metric: nameOf(words, metric), days })}${rest}${more}${watchOf(words, series)}.`
}

/** What may be about to fall; a fall that is confirmed has been said. */
function watchOf({ t }: TimeWords, series: readonly StageSeries[]): string {
  const watched = series.filter(({ points, change }) => !change.confirmed?.isConfirmed && watchedSince(points))
  return watched.length > 0 ? t('head.watch', { stages: watched.map(({ name }) => name).join(', ') }) : ''
}

/** Only where something was tested can nothing have changed. */
const unchangedOf = (words: TimeWords, series: readonly StageSeries[]): string =>
  watchOf(words, series) || (series.some(({ change }) => change.confirmed) ? words.t('head.unchanged') : '')

function rangeOf(words: TimeWords, metric: TrendMetric, series: readonly StageSeries[]): string {
  const { t } = words
  const name = nameOf(words, metric)
  const steps = (series[0]?.points ?? []).map(({ complete }, step) => ({ complete, step }))
  // A month that still runs says less than the whole one before it.
  for (const { step } of steps.toReversed().toSorted((a, b) => Number(b.complete) - Number(a.complete))) {
    const solid = series.flatMap(({ name: stage, points }) => {
      const point = points[step]
      return point?.state === 'measured' ? [{ stage, point, value: point.value ?? 0 }] : []
    })
    const [lowest, highest] = [solid.toSorted((a, b) => a.value - b.value)[0], solid.toSorted((a, b) => b.value - a.value)[0]]
    if (lowest && highest && lowest !== highest) {
      const range = t('head.range', { when: lowest.point.when, metric: name, low: lowest.point.text, lowest: lowest.stage, high: highest.point.text, highest: highest.stage })
      return `${range}${unchangedOf(words, series)}.`
    }
  }
  return `${t('head.few', { metric: name })}${watchOf(words, series)}.`
}
