import { gammaLower, gammaLowerQuantile, gammaUpper } from './gamma'

/** Chi-square distribution: P(df/2, x/2), x >= 0 and df > 0, else a RangeError. Example: 3.841458820694124, 1 -> 0.95. */
export function chiSquareCdf(x: number, df: number): number {
  return gammaLower(df / 2, x / 2)
}

/** Its upper tail Q(df/2, x/2), as exact far out as near. Example: 500, 10 -> 4.414736099913731e-101. */
export function chiSquareTail(x: number, df: number): number {
  return gammaUpper(df / 2, x / 2)
}

/** The x with the share p below it, 0 at p = 0 and Infinity at 1, else a RangeError. Example: 0.95, 1 -> 3.841458820694124. */
export function chiSquareQuantile(p: number, df: number): number {
  return 2 * gammaLowerQuantile(p, df / 2)
}
