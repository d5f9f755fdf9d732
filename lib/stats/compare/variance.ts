import type { IndexSums } from '../interval'

/** What rounding leaves of sums that should cancel, as a share of the sum of squares. */
const ROUNDING = 1e-14

/** Unbiased variance (q - s^2/n)/(n - 1) of n >= 2 values from their sums; exactly 0 where only rounding is left of it. */
export function unbiasedVariance({ n, s, q }: IndexSums): number {
  const squares = q - (s * s) / n
  return squares <= ROUNDING * q ? 0 : squares / (n - 1)
}
