import type { IndexSums } from '../interval'
import { unbiasedVariance } from './variance'
import { type TDifference, tDifference } from './welch'

/**
 * The same respondents twice (Student 1908, Biometrika 6): mean of their differences of e, each in [-2, 2], from -200 to 200;
 * s and q are the sum and the sum of squares of the differences, t has n - 1 degrees of freedom.
 * Null below two respondents, and where all of them changed by the same amount: then there is no error to measure by, and two
 * who moved alike would be certainty. Example: n 4, differences .5 .25 0 -.25 -> 12.5, t 0.7745966692414834, df 3.
 */
export function pairedDifference(differences: IndexSums): TDifference | null {
  const { n, s } = differences
  if (n < 2) return null
  const variance = unbiasedVariance(differences)
  return variance === 0 ? null : tDifference(s / n, Math.sqrt(variance / n), n - 1)
}
