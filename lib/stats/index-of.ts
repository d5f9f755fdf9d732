import type { AskedInstrument } from './instruments'
import { type Estimate, indexEstimate } from './interval'
import { LOW_N, type Measured } from './measure'
import { instrumentSums } from './sums'
import type { Tally } from './tally'

/**
 * Emotion index of one instrument's answers, from -100 to 100: its e is linear in the score (METRICS 1), so the sums of e
 * come from the sums of the score. One value an answer here, not one a response.
 * Example: csat counts 1..5 = 3, 5, 12, 40, 60 -> 62.08333333333333 [51.750737375974595, 69.38747400613923].
 */
export function instrumentIndex(instrument: AskedInstrument, t: Tally): Estimate | null {
  return indexEstimate(instrumentSums(instrument, t))
}

/** The same as a number to show, not yet suppressed. */
export function measureIndex(instrument: AskedInstrument, t: Tally): Measured {
  const { value, low, high } = instrumentIndex(instrument, t) ?? { value: null, low: null, high: null }
  return { metric: 'emotion_index', value, low, high, n: t.n, suppressed: false, lowN: t.n > 0 && t.n < LOW_N }
}
