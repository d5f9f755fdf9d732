import { gammaLowerQuantile, gammaUpper, gammaUpperQuantile } from './gamma'
import { checkPoint, checkProbability } from './range'

/**
 * Upper tail of the standard normal distribution, 1 - Phi(x) = Q(1/2, x^2/2)/2 for x >= 0 (DLMF 7.11.2), relative error 1e-12 to
 * its end at x = 38. RangeError for NaN. Example: 1.959963984540054 -> 0.025; 10 -> 7.619853024160526e-24.
 */
export function normalTail(x: number): number {
  checkPoint(x, -Infinity, Infinity)
  const beyond = gammaUpper(0.5, (x * x) / 2) / 2
  return x < 0 ? 1 - beyond : beyond
}

/** Phi(x), the share below x. Example: -1.959963984540054 -> 0.025. */
export function normalCdf(x: number): number {
  return normalTail(-x)
}

/**
 * Phi^-1(p): the x with the share p below it, -Infinity at 0 and Infinity at 1, RangeError outside of them. The smaller of tail
 * and middle is turned round, so that 1e-100 and 0.5 + 1e-10 keep their digits. Example: 0.975 -> 1.959963984540054.
 */
export function normalQuantile(p: number): number {
  checkProbability(p)
  const tail = Math.min(p, 1 - p)
  const square = 2 * (tail < 0.25 ? gammaUpperQuantile(2 * tail, 0.5) : gammaLowerQuantile(1 - 2 * tail, 0.5))
  return p < 0.5 ? -Math.sqrt(square) : Math.sqrt(square)
}
