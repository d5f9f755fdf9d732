import { studentQuantile, studentTail } from '../distributions/student'
import type { IndexSums } from '../interval'
import { unbiasedVariance } from './variance'

/** A difference of means in display units with its 95 % t interval, not clipped, and the two-sided p of "no difference". */
export type TDifference = { value: number; low: number; high: number; t: number; df: number; p: number }

/** Difference, standard error (both in units of e) and degrees of freedom as display units, interval and p. */
export function tDifference(difference: number, se: number, df: number): TDifference {
  const t = difference / se
  const half = studentQuantile(0.975, df) * se
  return {
    value: 100 * difference,
    low: 100 * (difference - half),
    high: 100 * (difference + half),
    t,
    df,
    p: 2 * studentTail(Math.abs(t), df),
  }
}

/**
 * Mean e of a minus that of b, from -200 to 200, for groups of unequal variance (Welch 1947, Biometrika 34):
 * t = (m1 - m2)/sqrt(v1 + v2), v = unbiased variance/n, df = (v1 + v2)^2/(v1^2/(n1 - 1) + v2^2/(n2 - 1)). Nothing is shrunk.
 * Null where a group has fewer than two answers, or nobody differs from the own group: then there is no error to measure by.
 * Example: e .9 -5/9 .5 .25 .4 against -5/12 .9 2/3 -1 -> 26.138888888888886, df 4.660973876490517, p 0.6309857291954302.
 */
export function welch(a: IndexSums, b: IndexSums): TDifference | null {
  if (a.n < 2 || b.n < 2) return null
  const va = unbiasedVariance(a) / a.n
  const vb = unbiasedVariance(b) / b.n
  const v = va + vb
  if (v === 0) return null
  const df = 1 / ((va / v) ** 2 / (a.n - 1) + (vb / v) ** 2 / (b.n - 1))
  return tDifference(a.s / a.n - b.s / b.n, Math.sqrt(v), df)
}
