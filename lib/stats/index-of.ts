import { type AskedInstrument, SCALES } from './instruments'
import { type Estimate, indexEstimate } from './interval'
import { LOW_N, type Measured } from './measure'
import type { Tally } from './tally'

/**
 * Emotion index of one instrument's answers, from -100 to 100: its e is linear in the score (METRICS 1), so the sums of e
 * come from the sums of the score. One value an answer here, not one a response.
 * Example: csat counts 1..5 = 3, 5, 12, 40, 60 -> 62.08333333333333 [51.750737375974595, 69.38747400613923].
 */
export function instrumentIndex(instrument: AskedInstrument, t: Tally): Estimate | null {
  const { lo, hi } = SCALES[instrument]
  const middle = BigInt(lo + hi)
  const width = hi - lo
  // Exact whole numbers until the division: (sum of 2x - lo - hi) and its squares.
  const s = 2n * t.s - middle * BigInt(t.n)
  const q = 4n * t.q - 4n * middle * t.s + middle * middle * BigInt(t.n)
  return indexEstimate({ n: t.n, s: Number(s) / width, q: Number(q) / (width * width) })
}

/** The same as a number to show, not yet suppressed. */
export function measureIndex(instrument: AskedInstrument, t: Tally): Measured {
  const { value, low, high } = instrumentIndex(instrument, t) ?? { value: null, low: null, high: null }
  return { metric: 'emotion_index', value, low, high, n: t.n, suppressed: false, lowN: t.n > 0 && t.n < LOW_N }
}
