import { betaCdfAtOdds, betaQuantileOdds } from './beta'
import { checkPoint, checkProbability, checkShape } from './range'

/**
 * Upper tail of Student's t with df > 0 degrees of freedom, whole or not: I_x(df/2, 1/2)/2 at x = df/(df + t^2) for t >= 0
 * (Student 1908; Abramowitz & Stegun 26.7.1), relative error 1e-11 for df from 0.5 to 1e6. RangeError outside, and for NaN.
 * Example: 2, 10 -> 0.03669401738537018; 50, 3 -> 0.000008808576020636.
 */
export function studentTail(t: number, df: number): number {
  checkPoint(t, -Infinity, Infinity)
  checkShape('df', df)
  const beyond = betaCdfAtOdds(Math.log(df) - 2 * Math.log(Math.abs(t)), df / 2, 0.5) / 2
  return t < 0 ? 1 - beyond : beyond
}

/** The share below t. Example: -2, 10 -> 0.03669401738537018. */
export function studentCdf(t: number, df: number): number {
  return studentTail(-t, df)
}

/**
 * The t with the share p below it, -Infinity at 0 and Infinity at 1, RangeError outside of them. The smaller of tail and middle
 * is turned round, as in normalQuantile. Example: 0.975, 10 -> 2.228138851986274.
 */
export function studentQuantile(p: number, df: number): number {
  checkProbability(p)
  checkShape('df', df)
  const tail = Math.min(p, 1 - p)
  const odds = tail < 0.25 ? -betaQuantileOdds(2 * tail, df / 2, 0.5) : betaQuantileOdds(1 - 2 * tail, 0.5, df / 2)
  const size = Math.sqrt(df) * Math.exp(odds / 2)
  return p < 0.5 ? -size : size
}
