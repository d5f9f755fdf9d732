import type { IndexSums } from '../interval'
import type { Baseline } from './baseline'

/**
 * How far a period lies from its baseline, in standard errors; below 0 it fell. z_t = (x_t - mu0)/(sigma0 sqrt(1/n_t + 1/N_B)), the
 * second term being the baseline's own error (METRICS 6; Montgomery, Introduction to Statistical Quality Control, ch. 6).
 * null for a period without answers, and where all answers of the baseline are equal: then no distance is usual.
 * Example: baseline .36, .7683749084919419, 600 answers; n 100, s 21 -> -1.8073600976695494.
 */
export function standardize({ mean, sd, n }: Baseline, period: IndexSums): number | null {
  if (period.n === 0 || sd === 0) return null
  return (period.s / period.n - mean) / (sd * Math.sqrt(1 / period.n + 1 / n))
}
