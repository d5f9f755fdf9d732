import type { IndexSums } from '#lib/stats/interval'

/** Sums of values written one by one. */
export function sumsOf(values: readonly number[]): IndexSums {
  return { n: values.length, s: values.reduce((s, x) => s + x, 0), q: values.reduce((q, x) => q + x * x, 0) }
}

/** Sums of a sample that was published as its size, mean and standard deviation. */
export function sumsOfPublished(n: number, mean: number, sd: number): IndexSums {
  return { n, s: n * mean, q: (n - 1) * sd * sd + n * mean * mean }
}
