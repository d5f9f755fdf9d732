import { bucketShares } from './buckets'
import { type Estimate, shareEstimate } from './interval'
import { rawMean } from './mean'
import type { Tally } from './tally'

/**
 * Customer satisfaction: percent of answers 4-5 of 1..5, with Wilson's interval.
 * Example: counts 3, 5, 12, 40, 60 -> 83.33333333333333 [75.65471860673773, 88.9440036320154].
 */
export function csatTop2(t: Tally): Estimate | null {
  return shareEstimate(bucketShares('csat', t).positive, t.n)
}

/** Mean satisfaction, from 1 to 5. Example: counts 3, 5, 12, 40, 60 -> 4.241666666666666. */
export function csatMean(t: Tally): Estimate | null {
  return rawMean('csat', t)
}
