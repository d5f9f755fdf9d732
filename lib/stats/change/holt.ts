/** alpha and beta weigh an error for level and trend, phi damps the trend. */
export type HoltParameters = { alpha: number; beta: number; phi: number }
export type HoltState = { level: number; trend: number }

/**
 * Damped Holt, ETS(A,Ad,N) (Gardner & McKenzie 1985, Management Science 31; Hyndman, Koehler, Ord & Snyder 2008, Forecasting with
 * Exponential Smoothing): f = l + phi b, err = x - f, l = f + alpha err, b = phi b + beta err. Answers the state after the last x and the
 * one-step errors, in the unit of the xs; without xs the start and no errors.
 * Example: 10, 14 from level 8, trend 1 with alpha .5, beta .2, phi .9 -> errors 1.1, 3.542; level 12.229, trend 1.7164.
 */
export function runHolt(xs: readonly number[], { alpha, beta, phi }: HoltParameters, start: HoltState): { state: HoltState; errors: number[] } {
  let { level, trend } = start
  const errors = xs.map((x) => {
    const expected = level + phi * trend
    const error = x - expected
    level = expected + alpha * error
    trend = phi * trend + beta * error
    return error
  })
  return { state: { level, trend }, errors }
}

const dampings = (phi: number, steps: number) => Array.from({ length: steps }, (_, j) => phi ** (j + 1)).reduce((sum, x) => sum + x, 0)

/** h steps ahead: l + (phi + .. + phi^h) b. Example: level 12, trend 2, phi .9, h 2 -> 15.42. */
export const holtPoint = ({ level, trend }: HoltState, phi: number, h: number) => level + dampings(phi, h) * trend

/** Variance h steps ahead as a multiple of sigma^2: 1 + sum_{j<h} (alpha + beta (phi + .. + phi^j))^2. Example: h 1 -> 1. */
export function holtVariance({ alpha, beta, phi }: HoltParameters, h: number): number {
  const earlier = Array.from({ length: h - 1 }, (_, j) => (alpha + beta * dampings(phi, j + 1)) ** 2)
  return earlier.reduce((sum, x) => sum + x, 1)
}
