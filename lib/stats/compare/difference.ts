import { normalTail } from '../distributions/normal'
import { type IndexSums, shrunkIndexInterval, z95 } from '../interval'

/** a minus b in display units, its 95 % interval, and the two-sided p of "there is no difference". */
export type Difference = { value: number; low: number; high: number; z: number; p: number }

/**
 * Difference of two independent groups, from -200 to 200 and not clipped (METRICS 3): both means shrunk as in their own
 * intervals, z = (m'1 - m'2)/sqrt(SE'1^2 + SE'2^2) and the interval from the same SE, so that marker and interval agree
 * (Rocks 2016, The American Statistician 70). The value is the difference of the shrunk means, not of the values shown.
 * Null where one side has no answers.
 * Example: NPS 54/28/18 against 78/64/58 -> z 2.641163467280311, p 0.00826218443358348, [6.47350655063906, 43.724972573183216].
 */
export function indexDifference(a: IndexSums, b: IndexSums, critical = z95): Difference | null {
  const one = shrunkIndexInterval(a)
  const two = shrunkIndexInterval(b)
  if (!one || !two) return null
  const difference = one.mean - two.mean
  const se = Math.hypot(one.se, two.se)
  const z = difference / se
  return {
    value: 100 * difference,
    low: 100 * (difference - critical * se),
    high: 100 * (difference + critical * se),
    z,
    p: 2 * normalTail(Math.abs(z)),
  }
}
