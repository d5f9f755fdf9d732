import { bucketShares } from './buckets'
import { type Estimate, indexEstimate, shareEstimate } from './interval'
import { rawMean } from './mean'
import { sumsOf } from './sums'
import type { Tally } from './tally'

/**
 * Customer effort score 2.0 (7 = easy; Dixon, Freeman & Toman 2010 began it): percent of answers 5-7, with Wilson's interval.
 * The default of the three. Example: counts 1..7 = 1, 0, 1, 2, 3, 2, 1 -> 60.
 */
export function cesTop3(t: Tally): Estimate | null {
  return shareEstimate(bucketShares('ces', t).positive, t.n)
}

/** Mean ease, from 1 to 7. Example: counts 1..7 = 1, 0, 1, 2, 3, 2, 1 -> 4.6. */
export function cesMean(t: Tally): Estimate | null {
  return rawMean('ces', t)
}

/**
 * Net ease, from -100 to 100: percent of 6-7 minus percent of 1-3, with the index interval.
 * Example: counts 1..7 = 1, 0, 1, 2, 3, 2, 1 -> 10.
 */
export function cesNet(t: Tally): Estimate | null {
  return indexEstimate(sumsOf('ces_net', t).sums)
}
