import { cesMean, cesNet, cesTop3 } from './ces'
import { csatMean, csatTop2 } from './csat'
import { emotionIndex } from './emotion'
import type { Instrument } from './instruments'
import type { Estimate } from './interval'
import { nps } from './nps'
import { sentimentIndex } from './sentiment'
import type { Tally } from './tally'

export { bucketShares } from './buckets'

/** Below LOW_N a number is shown but marked; below k it is hidden, and k may be set down to K_FLOOR; comments need K_COMMENTS. */
export const LOW_N = 30
export const K_DEFAULT = 5
export const K_FLOOR = 3
export const K_COMMENTS = 8

export type Metric =
  | 'nps' | 'csat_top2_pct' | 'csat_mean' | 'ces_top3_pct' | 'ces_mean' | 'ces_net'
  | 'emotion_index' | 'sentiment_index' | 'text_index'

/** A number in display units, unrounded. No answers: value, low, high null and n 0. Hidden: n null too. */
export type Measured = {
  metric: Metric
  value: number | null
  low: number | null
  high: number | null
  n: number | null
  suppressed: boolean
  lowN: boolean
}

type Unit = 'index' | 'percent' | 'mean'

/** How a number is written: from -100 to 100 with its sign, as a share in percent, or as a mean of a scale. */
export const UNITS: Record<Metric, Unit> = {
  nps: 'index',
  csat_top2_pct: 'percent',
  csat_mean: 'mean',
  ces_top3_pct: 'percent',
  ces_mean: 'mean',
  ces_net: 'index',
  emotion_index: 'index',
  sentiment_index: 'index',
  text_index: 'index',
}

const FORMULAS: Record<Metric, (t: Tally) => Estimate | null> = {
  nps,
  csat_top2_pct: csatTop2,
  csat_mean: csatMean,
  ces_top3_pct: cesTop3,
  ces_mean: cesMean,
  ces_net: cesNet,
  emotion_index: emotionIndex,
  sentiment_index: sentimentIndex,
  text_index: sentimentIndex,
}

const DEFAULT_METRIC: Record<Instrument, Metric> = {
  nps: 'nps',
  csat: 'csat_top2_pct',
  ces: 'ces_top3_pct',
  sentiment: 'sentiment_index',
  text: 'text_index',
  emotion: 'emotion_index',
}

/** The metric that an instrument is shown as unless somebody asks for another. */
export function metricOf(instrument: Instrument): Metric {
  return DEFAULT_METRIC[instrument]
}

/** The tally of the metric's instrument as a number, not yet suppressed. Without answers there is nothing to mark as "low n". */
export function measure(metric: Metric, tally: Tally): Measured {
  const { value, low, high } = FORMULAS[metric](tally) ?? { value: null, low: null, high: null }
  return { metric, value, low, high, n: tally.n, suppressed: false, lowN: tally.n > 0 && tally.n < LOW_N }
}
