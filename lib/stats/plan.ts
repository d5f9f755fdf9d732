import { normalQuantile } from './distributions/normal'
import { type IndexSums, shrunkIndexInterval, z95 } from './interval'

// How many answers are enough (METRICS 3). Margins and differences in points of an index: 10 = .10 of e; of a share of boxes,
// where one percentage point is .02 of e, twice the percentage points.

/** What to plan with where nobody has answered yet: the variance of the three pseudo-answers of METRICS 2 alone. */
export const VARIANCE_BEFORE = 0.5

/**
 * V' of METRICS 2, the variance of one answer's e, from 0 to 1: (q + 1.5)/(n + 3) - (s/(n + 3))^2. Null without answers.
 * Example: NPS 54/28/18 -> 0.5914318031859742.
 */
export function varianceOf(sums: IndexSums): number | null {
  const interval = shrunkIndexInterval(sums)
  return interval && interval.se ** 2 * (sums.n + 3)
}

function checkPlan(variance: number, points: number) {
  if (!(variance >= 0 && variance <= 1)) throw new RangeError(`variance ${variance} is not from 0 to 1`)
  if (!(points > 0 && points <= 200)) throw new RangeError(`${points} points are not above 0 and up to 200`)
}

/** A share between 0 and 1, its ends left out. */
function checkShare(name: string, share: number) {
  if (!(share > 0 && share < 1)) throw new RangeError(`${name} ${share} is not between 0 and 1`)
}

/**
 * Answers until the interval reaches no further than the margin on each side: z^2 V/m^2 - 3, rounded up, never below 1 (Cochran
 * 1977, Sampling Techniques; the 3 are the pseudo-answers of the interval). RangeError for a margin that is not above 0.
 * Example: variance 0.5914318031859742 and margin 10 -> 225; the widest variance 1 -> 382.
 */
export function answersForMargin(variance: number, margin: number, critical = z95): number {
  checkPlan(variance, margin)
  return Math.max(1, Math.ceil((critical ** 2 * variance) / (margin / 100) ** 2 - 3))
}

/**
 * Answers in each of two groups until a true difference is found with that power by the two-sided test:
 * (z_a + z_b)^2 2V/d^2 - 3, rounded up, never below 1 (Chow, Shao & Wang 2008, Sample Size Calculations in
 * Clinical Research, 3.2). RangeError outside of its ranges.
 * Example: variance 0.5914318031859742 and difference 15 -> 410 a group.
 */
export function answersForDifference(variance: number, difference: number, { power = 0.8, alpha = 0.05 } = {}): number {
  checkPlan(variance, difference)
  checkShare('power', power)
  checkShare('alpha', alpha)
  const quantiles = normalQuantile(power) - normalQuantile(alpha / 2)
  return Math.max(1, Math.ceil((quantiles ** 2 * 2 * variance) / (difference / 100) ** 2 - 3))
}
