import { continuedFraction } from './continued-fraction'
import { solveLogTail } from './newton'
import { checkPoint, checkProbability, checkShape } from './range'
import { deviance, stirlingError } from './saddle-point'

/** A point of [0, 1] by both of its ends, so that neither loses digits at the other, and by their logarithms. */
type Point = { x: number; y: number; logX: number; logY: number }

const swap = ({ x, y, logX, logY }: Point): Point => ({ x: y, y: x, logX: logY, logY: logX })

/** The point whose log odds ln(x/y) are u. */
function pointAt(u: number): Point {
  if (u > 0) return swap(pointAt(-u))
  const odds = Math.exp(u)
  const logY = -Math.log1p(odds)
  return { x: odds / (1 + odds), y: 1 / (1 + odds), logX: u + logY, logY }
}

/** ln(x^a y^b / B(a, b)), the density of the log odds. */
function logDensity(a: number, b: number, { x, y, logX, logY }: Point): number {
  const n = a + b
  const logN = Math.log(n)
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b)
  const root = 0.5 * (Math.log(a / (2 * Math.PI)) + Math.log(b / n))
  return root + errors - deviance(a, n * x, logN + logX) - deviance(b, n * y, logN + logY)
}

/** I_x(a, b) over its density (Didonato & Morris 1992, ACM Transactions on Mathematical Software 18, formula 8). */
function lowerFraction(a: number, b: number, { x, y }: Point): number {
  const distance = a * y - b * x
  const first = (a * (distance + 1)) / (a + 1)
  const part = (m: number) =>
    m + (m * (b - m) * x) / (a + 2 * m - 1) + ((a + m) * (distance + 1 + m * (1 + y))) / (a + 2 * m + 1)
  const over = (m: number) => (((a + m - 1) * (a + b + m - 1)) / (a + 2 * m - 1)) * ((m * (b - m)) / (a + 2 * m - 1)) * x * x
  return 1 / continuedFraction(first, (m) => [over(m), part(m)])
}

const logLower = (a: number, b: number, at: Point) => Math.min(0, logDensity(a, b, at) + Math.log(lowerFraction(a, b, at)))
const logOfRest = (log: number) => Math.log1p(-Math.exp(log))

/** The logarithms of both tails; the fraction is for the side below the mean, the other side is what is left. */
function logTails(a: number, b: number, at: Point): { lower: number; upper: number } {
  if (at.logX === -Infinity) return { lower: -Infinity, upper: 0 }
  if (at.logY === -Infinity) return { lower: 0, upper: -Infinity }
  if (at.x * (a + b + 2) > a + 1) {
    const upper = logLower(b, a, swap(at))
    return { lower: logOfRest(upper), upper }
  }
  const lower = logLower(a, b, at)
  return { lower, upper: logOfRest(lower) }
}

function check(a: number, b: number) {
  checkShape('a', a)
  checkShape('b', b)
}

function pointOf(x: number): Point {
  checkPoint(x, 0, 1)
  return { x, y: 1 - x, logX: Math.log(x), logY: Math.log1p(-x) }
}

/**
 * Beta distribution: the regularized incomplete beta function I_x(a, b) (DLMF 8.17.2), x from 0 to 1, relative error 1e-11 for a
 * and b from 0.1 to 1e6. RangeError outside, and for NaN. Example: 0.5, 2, 3 -> 0.6875.
 */
export function betaCdf(x: number, a: number, b: number): number {
  check(a, b)
  return Math.exp(logTails(a, b, pointOf(x)).lower)
}

/** Its upper tail 1 - I_x(a, b) = I_(1-x)(b, a), as exact far out as near. Example: 0.5, 2, 3 -> 0.3125. */
export function betaTail(x: number, a: number, b: number): number {
  check(a, b)
  return Math.exp(logTails(a, b, pointOf(x)).upper)
}

/** I_x(a, b) by the log odds of x, for those who know them better than x. */
export function betaCdfAtOdds(u: number, a: number, b: number): number {
  check(a, b)
  return Math.exp(logTails(a, b, pointAt(u)).lower)
}

/** The log odds where I_x(a, b) = p: log-concave in them from both sides, so that Newton may start at the mode. */
export function betaQuantileOdds(p: number, a: number, b: number): number {
  check(a, b)
  checkProbability(p)
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity
  if (p > 0.5) return -betaQuantileOdds(1 - p, b, a)
  const tail = (u: number) => {
    const at = pointAt(u)
    const log = logTails(a, b, at).lower
    return { log, slope: Math.exp(logDensity(a, b, at) - log) }
  }
  return solveLogTail(tail, Math.log(p), Math.log(a / b))
}

/** The x with the share p below it, 0 at p = 0 and 1 at p = 1, else a RangeError. Example: 0.6875, 2, 3 -> 0.5. */
export function betaQuantile(p: number, a: number, b: number): number {
  return pointAt(betaQuantileOdds(p, a, b)).x
}
