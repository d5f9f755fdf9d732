import { type Estimate, indexEstimate } from './interval'
import { sumsOf } from './sums'
import type { Tally } from './tally'

/**
 * Emotion index of a set of responses, from -100 to 100: 100 * sum(e)/n, with the index interval. Never called NPS.
 * Example: e .9, -5/9, .5, .25, .4, -5/12, .9, 2/3 -> 33.05555555555556 [-11.072355169837216, 59.1531632506453].
 */
export function emotionIndex(t: Tally): Estimate | null {
  return indexEstimate(sumsOf('emotion_index', t).sums)
}
