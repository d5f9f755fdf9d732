import type { IndexSums } from '../interval'

/**
 * What a later period is measured against. mean and sd (the standard deviation per answer) of e, on [-1, 1]; n answers in so many
 * periods; sums = all of them pooled.
 */
export type Baseline = { mean: number; sd: number; n: number; periods: number; sums: IndexSums }

/** Fewer periods say too little about what is usual (METRICS 6). */
export const MIN_BASELINE = 6

export const poolSums = (periods: readonly IndexSums[]): IndexSums =>
  periods.reduce((sum, { n, s, q }) => ({ n: sum.n + n, s: sum.s + s, q: sum.q + q }), { n: 0, s: 0, q: 0 })

/**
 * The baseline of the periods' sums of e, pooled: mean = S/N, sd = sqrt(Q/N - mean^2). Periods without answers do not count; null
 * below six that have some. Example: six periods of n 100, s 36, q 72 -> mean .36, sd .7683749084919419, n 600, periods 6.
 */
export function baselineOf(periods: readonly IndexSums[]): Baseline | null {
  const answered = periods.filter(({ n }) => n > 0)
  if (answered.length < MIN_BASELINE) return null
  const sums = poolSums(answered)
  const mean = sums.s / sums.n
  // Not below 0: equal answers leave a rounding error there.
  return { mean, sd: Math.sqrt(Math.max(0, sums.q / sums.n - mean * mean)), n: sums.n, periods: answered.length, sums }
}
