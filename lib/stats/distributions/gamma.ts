import { continuedFraction } from './continued-fraction'
import { solveLogTail } from './newton'
import { checkPoint, checkProbability, checkShape } from './range'
import { deviance, stirlingError } from './saddle-point'

const LOG_ROOT_TWO_PI = 0.9189385332046727

/**
 * ln gamma(a) for a > 0; relative error 1e-14, absolute near its zeros 1 and 2. RangeError otherwise.
 * Example: 0.5 -> 0.5723649429247001 (ln sqrt(pi)).
 */
export function logGamma(a: number): number {
  checkShape('a', a)
  return (a - 0.5) * Math.log(a) - a + LOG_ROOT_TWO_PI + stirlingError(a)
}

/** ln(x^a e^-x / gamma(a)), the density of ln x. */
function logDensity(a: number, x: number): number {
  return 0.5 * Math.log(a) - LOG_ROOT_TWO_PI - stirlingError(a) - deviance(a, x)
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let k = 1; ; k += 1) {
    term *= x / (a + k)
    if (sum + term === sum) return sum
    sum += term
  }
}

const upperFraction = (a: number, x: number) => 1 / continuedFraction(x - a + 1, (k) => [k * (a - k), x - a + 2 * k + 1])

/** The logarithms of both tails; below the mean the lower one is summed, above it the upper, and the other is what is left. */
function logTails(a: number, x: number): { lower: number; upper: number } {
  if (x === 0) return { lower: -Infinity, upper: 0 }
  if (x === Infinity) return { lower: 0, upper: -Infinity }
  const isLow = x < a + 1
  const near = Math.min(0, logDensity(a, x) + Math.log(isLow ? lowerSeries(a, x) : upperFraction(a, x)))
  const far = Math.log1p(-Math.exp(near))
  return isLow ? { lower: near, upper: far } : { lower: far, upper: near }
}

function check(a: number, x: number) {
  checkShape('a', a)
  checkPoint(x, 0, Infinity)
}

/**
 * Regularized lower incomplete gamma function P(a, x) (DLMF 8.2.4), x >= 0, relative error 1e-12 for a from 0.1 to 1e6.
 * RangeError outside, and for NaN. Example: P(1, 1) = 1 - 1/e = 0.6321205588285577.
 */
export function gammaLower(a: number, x: number): number {
  check(a, x)
  return Math.exp(logTails(a, x).lower)
}

/** Q(a, x) = 1 - P(a, x), of the same accuracy far out. Example: Q(1, 100) = 3.720075976020836e-44. */
export function gammaUpper(a: number, x: number): number {
  check(a, x)
  return Math.exp(logTails(a, x).upper)
}

/** The x where P(a, x) = p. Both tails are log-concave in ln x; the start is the larger of two bounds from below. */
export function gammaLowerQuantile(p: number, a: number): number {
  checkShape('a', a)
  checkProbability(p)
  if (p === 0 || p === 1) return p === 0 ? 0 : Infinity
  if (p > 0.5) return gammaUpperQuantile(1 - p, a)
  const target = Math.log(p)
  const tail = (u: number) => {
    const x = Math.exp(u)
    const log = logTails(a, x).lower
    return { log, slope: Math.exp(logDensity(a, x) - log) }
  }
  const byPower = (target + logGamma(a) + Math.log(a)) / a
  const byChernoff = a - Math.sqrt(-2 * a * target)
  if (byPower < -700 && byChernoff <= 0) return Math.exp(byPower)
  return Math.exp(solveLogTail(tail, target, Math.max(byPower, byChernoff > 0 ? Math.log(byChernoff) : -Infinity)))
}

/** The x where Q(a, x) = p. The start bounds it from above (Laurent & Massart 2000, lemma 1). */
export function gammaUpperQuantile(p: number, a: number): number {
  checkShape('a', a)
  checkProbability(p)
  if (p === 0 || p === 1) return p === 0 ? Infinity : 0
  if (p > 0.5) return gammaLowerQuantile(1 - p, a)
  const target = Math.log(p)
  const tail = (u: number) => {
    const x = Math.exp(u)
    const log = logTails(a, x).upper
    return { log, slope: -Math.exp(logDensity(a, x) - log) }
  }
  return Math.exp(solveLogTail(tail, target, Math.log(a + Math.sqrt(-2 * a * target) - target)))
}
