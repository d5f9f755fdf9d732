import { z95 } from '../interval'
import { type PairCounts, addPair, eachPair, pairSums } from './pairs'

/** r from -1 to 1 with its 95 % interval, over n people. It goes together with the outcome; it does not cause it. */
export type Correlation = { r: number; low: number; high: number; n: number }

/** Shown from so many people on (METRICS 5). */
export const MIN_PAIRS = 30

// Fisher's interval divides by sqrt(n - 3).
const MIN_FISHER = 4

/**
 * Pearson's product-moment correlation, exact until its last division; interval tanh(atanh r -+ z/sqrt(n - 3)) (Fisher 1921,
 * Metron 1). null below four people and where one side has no variance; r = -1 and 1 are their own interval.
 * Example: (1, 2) (2, 1) (3, 4) (4, 3) (5, 5) -> r .8, [-.2796400, .9861962], n 5.
 */
export function pearson(pairs: PairCounts): Correlation | null {
  const { n, x, y, xx, yy, xy } = pairSums(pairs)
  if (n < MIN_FISHER) return null
  const people = BigInt(n)
  const varianceX = people * xx - x * x
  const varianceY = people * yy - y * y
  if (varianceX === 0n || varianceY === 0n) return null
  const raw = Number(people * xy - x * y) / Math.sqrt(Number(varianceX)) / Math.sqrt(Number(varianceY))
  const r = Math.min(1, Math.max(-1, raw))
  const half = z95 / Math.sqrt(n - 3)
  return { r, low: Math.tanh(Math.atanh(r) - half), high: Math.tanh(Math.atanh(r) + half), n }
}

/** Value -> twice its mid-rank among the values: below + (count + 1)/2, doubled so that ties stay whole numbers. */
function doubledRanks(counts: Map<number, number>): Map<number, number> {
  const ranks = new Map<number, number>()
  let below = 0
  for (const [value, count] of [...counts].sort(([a], [b]) => a - b)) {
    ranks.set(value, 2 * below + count + 1)
    below += count
  }
  return ranks
}

/**
 * Spearman's rank correlation: Pearson's of the mid-ranks (Spearman 1904, American Journal of Psychology 15), with the same interval
 * and the same nulls. Example: 1 2 2 4 5 against 2 1 3 3 9 -> r .7631578947368421.
 */
export function spearman(pairs: PairCounts): Correlation | null {
  const xs = new Map<number, number>()
  const ys = new Map<number, number>()
  for (const { x, y, count } of eachPair(pairs)) {
    xs.set(x, (xs.get(x) ?? 0) + count)
    ys.set(y, (ys.get(y) ?? 0) + count)
  }
  const rankOfX = doubledRanks(xs)
  const rankOfY = doubledRanks(ys)
  const ranked: PairCounts = new Map()
  for (const { x, y, count } of eachPair(pairs)) addPair(ranked, rankOfX.get(x) ?? 0, rankOfY.get(y) ?? 0, count)
  return pearson(ranked)
}
