import { type Estimate, indexEstimate } from './interval'
import { sumsOf } from './sums'
import type { Tally } from './tally'

/**
 * Net Promoter Score, from -100 to 100: percent of promoters (9-10) minus percent of detractors (0-6) (Reichheld 2003).
 * It is the index formula over e in {-1, 0, 1}.
 * Example: 54 promoters, 28 passives, 18 detractors -> 36 [20.09956317128295, 49.80334945007626].
 */
export function nps(t: Tally): Estimate | null {
  return indexEstimate(sumsOf('nps', t).sums)
}
