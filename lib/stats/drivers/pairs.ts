/**
 * How often each pair of whole numbers came together: x -> y -> count. x = e of a place in units of 1/18000, y = the same person's
 * outcome (relationship NPS 0..10, or 0/1). It merges by addition, so it can be kept while answers arrive, in any order.
 */
export type PairCounts = Map<number, Map<number, number>>
/** Exact sums over the pairs. */
export type PairSums = { n: number; x: bigint; y: bigint; xx: bigint; yy: bigint; xy: bigint }

/** Counts a pair into `pairs`, in place; a negative count takes it back (late edit, erasure). Throws a RangeError off the grid. */
export function addPair(pairs: PairCounts, x: number, y: number, count = 1): void {
  if (![x, y, count].every(Number.isSafeInteger)) throw new RangeError(`pair (${x}, ${y}) x ${count} is not of whole numbers`)
  const row = pairs.get(x) ?? new Map<number, number>()
  const sum = (row.get(y) ?? 0) + count
  if (sum < 0) throw new RangeError(`pair (${x}, ${y}) is taken back more often than it came`)
  if (sum === 0) row.delete(y)
  else row.set(y, sum)
  if (row.size === 0) pairs.delete(x)
  else pairs.set(x, row)
}

export function* eachPair(pairs: PairCounts): Generator<{ x: number; y: number; count: number }> {
  for (const [x, row] of pairs) for (const [y, count] of row) yield { x, y, count }
}

/** The pairs of both, in a new table. */
export function mergePairs(a: PairCounts, b: PairCounts): PairCounts {
  const merged: PairCounts = new Map()
  for (const from of [a, b]) for (const { x, y, count } of eachPair(from)) addPair(merged, x, y, count)
  return merged
}

/** Example: (1, 2) twice and (3, 4) once -> n 3, x 5, y 8, xx 11, yy 24, xy 16. */
export function pairSums(pairs: PairCounts): PairSums {
  const sums: PairSums = { n: 0, x: 0n, y: 0n, xx: 0n, yy: 0n, xy: 0n }
  for (const pair of eachPair(pairs)) {
    const [x, y, count] = [BigInt(pair.x), BigInt(pair.y), BigInt(pair.count)]
    sums.n += pair.count
    sums.x += x * count
    sums.y += y * count
    sums.xx += x * x * count
    sums.yy += y * y * count
    sums.xy += x * y * count
  }
  return sums
}
