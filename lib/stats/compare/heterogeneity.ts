import { chiSquareTail } from '../distributions/chi-square'
import { type IndexSums, shrunkIndexInterval } from '../interval'
import { LOW_N } from '../measure'
import { benjaminiHochberg } from './benjamini-hochberg'

/** Cochran's Q over k groups, df = k - 1, and the p of "they are all alike". */
export type Heterogeneity = { statistic: number; df: number; p: number }

/**
 * Do groups differ by more than chance: Q = sum w (m - M)^2 with w = 1/se^2 and M their weighted mean, chi-square with k - 1 degrees
 * of freedom where they do not (Cochran 1954, Biometrics 10). Null with fewer than two. Of two groups Q is the square of their z.
 * Example: means .2 .4 .6, each se .1 -> Q 8, df 2, p .01831563888873418.
 */
export function cochranQ(groups: readonly { mean: number; se: number }[]): Heterogeneity | null {
  if (groups.length < 2) return null
  const weighed = groups.map(({ mean, se }) => ({ mean, weight: 1 / (se * se) }))
  const weights = weighed.reduce((sum, { weight }) => sum + weight, 0)
  const middle = weighed.reduce((sum, { mean, weight }) => sum + weight * mean, 0) / weights
  const statistic = weighed.reduce((sum, { mean, weight }) => sum + weight * (mean - middle) ** 2, 0)
  const df = groups.length - 1
  return { statistic, df, p: chiSquareTail(statistic, df) }
}

/**
 * The same at each of several stages, groups with fewer than 30 answers left out, means and errors shrunk as in their intervals;
 * `q` after Benjamini-Hochberg over the stages: they differ where it is <= .05. Null where fewer than two groups are large enough.
 */
export function heterogeneityOf(stages: readonly (readonly IndexSums[])[]): (Heterogeneity & { q: number } | null)[] {
  const found = stages.map((groups) => cochranQ(groups.flatMap((sums) => (sums.n < LOW_N ? [] : (shrunkIndexInterval(sums) ?? [])))))
  const tested = found.filter((one) => one !== null)
  const qs = benjaminiHochberg(tested.map(({ p }) => p))
  return found.map((one) => one && { ...one, q: qs[tested.indexOf(one)] ?? 1 })
}
