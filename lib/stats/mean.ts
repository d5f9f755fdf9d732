import { SCALES } from './instruments'
import { type Estimate, shrunkIndexInterval } from './interval'
import { instrumentSums } from './sums'
import type { Tally } from './tally'

/**
 * Mean on the raw scale; its interval is the index interval of e = (x - mid)/half, mapped back linearly.
 * Example: csat counts 1..5 = 3, 5, 12, 40, 60 -> 4.241666666666666, and 62.08333333333333 as an index.
 */
export function rawMean(instrument: 'csat' | 'ces', t: Tally): Estimate | null {
  const { lo, hi } = SCALES[instrument]
  const mid = (lo + hi) / 2
  const half = (hi - lo) / 2
  const interval = shrunkIndexInterval(instrumentSums(instrument, t))
  return interval && { value: Number(t.s) / t.n, low: mid + half * interval.low, high: mid + half * interval.high }
}
