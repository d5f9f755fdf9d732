import type { Annotation } from '#lib/annotations/types'
import type { AskedInstrument } from '#lib/stats/instruments'
import type { Measured } from '#lib/stats/measure'
import type { MapCampaign } from '../campaigns/types'
import type { Asked } from '../types'

export type TrendMetric = 'emotion' | AskedInstrument

/** One step of time; `from` and `to` are cut to what was asked. Complete: the whole calendar step lies in the period and is over. */
export type TrendPoint = Measured & { from: string; to: string; complete: boolean }

/** `position` from 1: of a stage in the journey, of a touchpoint in its stage. */
export type TrendSeries = { key: string; name: string; position: number; points: TrendPoint[]; change: Change; forecast: Forecast }

type Margin = { value: number; low: number; high: number }

/**
 * What moved against the baseline. `points`: the complete steps shown that come after it, `z` in standard errors, a fall below 0;
 * `watch` where the slow average `ewma` lies below minus `limit`. `confirmed`: the last three of them pooled, tested beside all
 * places of the answer; `isConfirmed` is a fall at q <= .01. `reason`: why there is no baseline, or why nothing is tested.
 */
export type Change = {
  baseline: { from: string; to: string; value: number; n: number; declared: boolean } | null
  reason: 'too_few_periods' | 'mix_changed' | null
  points: { from: string; z: number | null; ewma: number | null; limit: number | null; watch: boolean }[]
  confirmed: { q: number; isConfirmed: boolean; from: string; to: string; difference: Margin } | null
}

/** The next steps "if nothing changes", in display units; `backtest` is the mean error of such forecasts against "same as last". */
export type Forecast = {
  shown: boolean
  reason: 'too_few_periods' | 'no_better_than_last' | 'period_is_past' | null
  points: ({ from: string; to: string } & Margin)[]
  backtest: { error: number; naiveError: number; origins: number } | null
}

export type Trend = Asked & {
  journey: { key: string; name: string }
  metric: TrendMetric
  every: 'day' | 'week' | 'month'
  by: 'stage' | 'touchpoint'
  series: TrendSeries[]
  /** What happened in these days, the earliest first. */
  annotations: Annotation[]
  /** What the company did in these days at the stages of the series, the earliest first. */
  campaigns: MapCampaign[]
}
