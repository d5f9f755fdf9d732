/** A q-value up to here is told as a finding: 5 % of them are false in the long run. */
export const CLEAR = 0.05

/**
 * q-values of several tests shown at once, in the order given: marking those with q <= .05 keeps the expected share of false
 * marks among all marks at 5 % (Benjamini & Hochberg 1995, Journal of the Royal Statistical Society B 57). From the largest
 * p down, q = min(q of the next larger, p * k/rank). No tests have no q-values. Throws a RangeError where a p is not in [0, 1].
 * Example: .001 .008 .012 .034 .041 .2 .6 -> .007 .028 .028 .0574 .0574 .23333333333333334 .6.
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const qs = new Array<number>(ps.length).fill(1)
  const falling = [...ps.entries()].sort(([, a], [, b]) => b - a)
  let smallest = 1
  for (const [i, [at, p]] of falling.entries()) {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`p ${p} is not from 0 to 1`)
    smallest = Math.min(smallest, (p * ps.length) / (ps.length - i))
    qs[at] = smallest
  }
  return qs
}
