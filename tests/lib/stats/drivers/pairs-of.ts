import { type PairCounts, addPair } from '#lib/stats/drivers/pairs'

/** The table of xs and ys side by side. */
export function pairsOf(xs: readonly number[], ys: readonly number[]): PairCounts {
  const pairs: PairCounts = new Map()
  for (const [i, x] of xs.entries()) addPair(pairs, x, ys[i] ?? Number.NaN)
  return pairs
}
