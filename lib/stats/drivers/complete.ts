/**
 * Sums over complete cases: people with a value at every place and an outcome. n people, s[i] = sum of x_i, ss[i][j] = sum of
 * x_i x_j, y the outcome's sum and sum of squares, xy[i] = sum of x_i y. Whole numbers (e in units of 1/18000), exact up to 27
 * million people, so they merge in any order.
 */
export type CrossSums = { n: number; s: number[]; ss: number[][]; y: { s: number; ss: number }; xy: number[] }

export function emptyCrossSums(places: number): CrossSums {
  const zeros = () => new Array<number>(places).fill(0)
  return { n: 0, s: zeros(), ss: zeros().map(zeros), y: { s: 0, ss: 0 }, xy: zeros() }
}

const isComplete = (xs: readonly (number | null)[]): xs is readonly number[] => xs.every((x) => x !== null)

/** Adds one person in place; who lacks a value is not a complete case and changes nothing. */
export function addCase(sums: CrossSums, xs: readonly (number | null)[], y: number | null): void {
  if (xs.length !== sums.s.length) throw new RangeError(`${xs.length} values for ${sums.s.length} places`)
  if (y === null || !isComplete(xs)) return
  sums.n += 1
  sums.y.s += y
  sums.y.ss += y * y
  for (const [i, x] of xs.entries()) {
    sums.s[i] = (sums.s[i] ?? 0) + x
    sums.xy[i] = (sums.xy[i] ?? 0) + x * y
    const row = sums.ss[i] ?? []
    for (const [j, other] of xs.entries()) row[j] = (row[j] ?? 0) + x * other
  }
}

const plus = (a: readonly number[], b: readonly number[]) => a.map((x, i) => x + (b[i] ?? 0))

/** The people of both, in new sums. */
export function mergeCrossSums(a: CrossSums, b: CrossSums): CrossSums {
  if (a.s.length !== b.s.length) throw new RangeError(`${a.s.length} places cannot be merged with ${b.s.length}`)
  return {
    n: a.n + b.n,
    s: plus(a.s, b.s),
    ss: a.ss.map((row, i) => plus(row, b.ss[i] ?? [])),
    y: { s: a.y.s + b.y.s, ss: a.y.ss + b.y.ss },
    xy: plus(a.xy, b.xy),
  }
}

export type Correlations = { n: number; kept: number[]; correlations: number[][]; withOutcome: number[] }

/**
 * Pearson correlations for relativeWeights. `kept` are the places that vary: one that everybody rates alike explains nothing
 * and has no correlation, so it is left out. null where the outcome does not vary, or no place does.
 */
export function correlationsOf(sums: CrossSums): Correlations | null {
  // n sum(ab) - sum(a) sum(b) cancels; whole numbers of any size keep it exact.
  const covariance = (ab: number, a: number, b: number) => Number(BigInt(sums.n) * BigInt(ab) - BigInt(a) * BigInt(b))
  const total = (i: number) => sums.s[i] ?? 0
  const between = (i: number, j: number) => covariance(sums.ss[i]?.[j] ?? 0, total(i), total(j))
  const outcome = covariance(sums.y.ss, sums.y.s, sums.y.s)
  const kept = sums.s.map((_, i) => i).filter((i) => between(i, i) > 0)
  if (outcome === 0 || kept.length === 0) return null
  return {
    n: sums.n,
    kept,
    correlations: kept.map((i) => kept.map((j) => (i === j ? 1 : between(i, j) / Math.sqrt(between(i, i)) / Math.sqrt(between(j, j))))),
    withOutcome: kept.map((i) => covariance(sums.xy[i] ?? 0, total(i), sums.y.s) / Math.sqrt(between(i, i)) / Math.sqrt(outcome)),
  }
}
