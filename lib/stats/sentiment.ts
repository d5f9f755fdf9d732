import { type Estimate, indexEstimate } from './interval'
import { instrumentSums } from './sums'
import type { Tally } from './tally'

/**
 * Sentiment index, from -100 to 100: 100 * sum(e)/n, with the index interval; the tally is in hundredths of e.
 * Asked sentiment and sentiment derived from text are two series with this one formula.
 * Example: one answer of .80 and one of -.30 -> 25.
 */
export function sentimentIndex(t: Tally): Estimate | null {
  return indexEstimate(instrumentSums('sentiment', t))
}
