import type { Trend, TrendMetric, TrendSeries } from '#lib/maps/types'
import { metricName } from '#lib/stats/format'
import { metricOf } from '#lib/stats/measure'
import { type TimePoint, timePoints } from '../_chart/points'

export type StageSeries = {
  key: string
  name: string
  points: TimePoint[]
  /** The newest step with a value, and what is to be said of the newest step of all. */
  last: TimePoint | null
  chip: string | null
}

const CHIPS = { measured: null, low: 'n below 30', hidden: '<5 answers', empty: 'no answers' } as const

export function seriesOf({ key, name, points: raw }: TrendSeries, every: Trend['every']): StageSeries {
  const points = timePoints(raw, every)
  const newest = points.at(-1)
  return { key, name, points, last: points.findLast(({ value }) => value !== null) ?? null, chip: newest ? CHIPS[newest.state] : null }
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export const nameOf = (metric: TrendMetric): string => upperFirst(metricName(metricOf(metric)))

/** Where the stages stood when at least two of them last had enough answers; what changed is for a test to say. */
export function headlineOf(metric: TrendMetric, series: readonly StageSeries[]): string {
  const steps = (series[0]?.points ?? []).map(({ complete }, step) => ({ complete, step }))
  // A month that still runs says less than the whole one before it.
  for (const { step } of steps.toReversed().toSorted((a, b) => Number(b.complete) - Number(a.complete))) {
    const solid = series.flatMap(({ name, points }) => {
      const point = points[step]
      return point?.state === 'measured' ? [{ name, point, value: point.value ?? 0 }] : []
    })
    const [lowest, highest] = [solid.toSorted((a, b) => a.value - b.value)[0], solid.toSorted((a, b) => b.value - a.value)[0]]
    if (lowest && highest && lowest !== highest) {
      return `${lowest.point.when}: ${nameOf(metric)} runs from ${lowest.point.text} in ${lowest.name} to ${highest.point.text} in ${highest.name}.`
    }
  }
  return `Too few answers yet to compare ${nameOf(metric)} between stages.`
}
