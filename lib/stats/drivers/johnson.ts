import { type Matrix, symmetricEigen, transpose } from './eigen'

/** Shown from so many complete cases on (METRICS 5). */
export const MIN_CASES = 150

// Below this share of the largest eigenvalue, two predictors say the same, and dividing what they explain is guesswork.
const SINGULAR = 1e-9

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * (b[i] ?? Number.NaN), 0)
const times = (m: Matrix, v: readonly number[]) => m.map((row) => dot(row, v))

/**
 * Relative weights of correlated predictors (Johnson 2000, Multivariate Behavioral Research 35): with R = V D V', L = V sqrt(D) V' and
 * b = L^-1 r, predictor j weighs sum_k L_jk^2 b_k^2. The weights are shares of variance from 0 to 1 and add up to R^2 of all
 * predictors together. `correlations` is k x k among the predictors, `withOutcome` each one's with the outcome.
 * null without predictors, and where a predictor follows from the others, or the correlations cannot belong together.
 * Example: two predictors with r .5 between them, .6 and .3 with the outcome -> .315 and .045, R^2 .36.
 */
export function relativeWeights(correlations: Matrix, withOutcome: readonly number[]): { weights: number[]; r2: number } | null {
  if (correlations.length === 0) return null
  const { values, vectors } = symmetricEigen(correlations)
  // Written so that NaN fails too.
  if (!(Math.min(...values) > SINGULAR * Math.max(...values))) return null
  const onAxes = times(transpose(vectors), withOutcome)
  const b = times(vectors, onAxes.map((x, k) => x / Math.sqrt(values[k] ?? Number.NaN)))
  const root = vectors.map((row) => vectors.map((other) => dot(row.map((v, k) => v * Math.sqrt(values[k] ?? Number.NaN)), other)))
  const weights = root.map((row) => row.reduce((sum, x, k) => sum + (x * (b[k] ?? Number.NaN)) ** 2, 0))
  const r2 = weights.reduce((sum, weight) => sum + weight, 0)
  return r2 <= 1 + SINGULAR ? { weights, r2 } : null
}
