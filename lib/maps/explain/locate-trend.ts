import { metricOf } from '#lib/stats/measure'
import type { Trend, TrendSeries } from '../change/types'
import { BASELINE, CONFIRMED, FORECAST, FORMULAS, type Formula, WATCH } from './formulas'
import { type Located, tokensOf, unknownNumber } from './locate'

type Made = { is: 'baseline' | 'change' | 'distance' | 'forecast'; formula: Formula; shown: unknown; from: string; to: string }

/** What is said of a line besides its points; it has no counts of its own, as its months have theirs. */
function madeOf({ change, forecast }: TrendSeries, number: string): Made | null {
  const [, , part = '', what = '', i = ''] = tokensOf(number)
  const { baseline, confirmed } = change
  if (/\/change\/baseline$/.test(number) && baseline) return { is: 'baseline', formula: BASELINE, shown: baseline, from: baseline.from, to: baseline.to }
  if (/\/change\/confirmed$/.test(number) && confirmed) return { is: 'change', formula: CONFIRMED, shown: confirmed, from: confirmed.from, to: confirmed.to }
  const tested = part === 'change' && what === 'points' ? change.points[Number(i)] : undefined
  if (tested) return { is: 'distance', formula: WATCH, shown: tested, from: tested.from, to: tested.from }
  const ahead = part === 'forecast' && what === 'points' ? forecast.points[Number(i)] : undefined
  return ahead ? { is: 'forecast', formula: FORECAST, shown: ahead, from: ahead.from, to: ahead.to } : null
}

const PARTS = /^\/series\/\d+\/(points\/\d+|change\/(baseline|confirmed|points\/\d+)|forecast\/points\/\d+)$/

/** A number of the trend: a point is the same number as on a map of these days alone. */
export function locateInTrend(trend: Trend, number: string): Located {
  const [, i = '', part = '', j = ''] = tokensOf(number)
  const series = PARTS.test(number) ? trend.series[Number(i)] : undefined
  if (!series) throw unknownNumber(number)
  const metric = metricOf(trend.metric)
  const made = madeOf(series, number)
  if (made) {
    const { is, ...rest } = made
    return { ...rest, called: { is, metric, place: series.name }, metric, isHidden: false, cell: null, against: null }
  }
  const point = part === 'points' ? series.points[Number(j)] : undefined
  if (!point) throw unknownNumber(number)
  const cell = { level: trend.by, place: series.key, instrument: trend.metric, from: point.from, to: point.to, filter: trend.filter }
  return { called: { is: 'measured', metric, place: series.name }, formula: FORMULAS[point.metric], metric, shown: point, isHidden: point.suppressed, cell, against: null }
}
