import { SCALES } from './instruments'
import { type Estimate, shrunkIndexInterval } from './interval'
import type { Tally } from './tally'

/**
 * Mean on the raw scale; its interval is the index interval of e = (x - mid)/half, mapped back linearly.
 * Example: csat counts 1..5 = 3, 5, 12, 40, 60 -> 4.241666666666666, and 62.08333333333333 as an index.
 */
export function rawMean(instrument: 'csat' | 'ces', t: Tally): Estimate | null {
  const { lo, hi } = SCALES[instrument]
  const mid = (lo + hi) / 2
  const half = (hi - lo) / 2
  const sum = Number(t.s)
  const squares = Number(t.q)
  const interval = shrunkIndexInterval({
    n: t.n,
    s: (sum - mid * t.n) / half,
    q: (squares - 2 * mid * sum + mid * mid * t.n) / (half * half),
  })
  return interval && { value: sum / t.n, low: mid + half * interval.low, high: mid + half * interval.high }
}
