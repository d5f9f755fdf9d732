/**
 * What follows by adding and subtracting from numbers that are known: row space membership, the audit of linear disclosure
 * (Hundepool et al. 2012, Statistical Disclosure Control, 4.4). Exact over the rationals: fraction-free Gaussian elimination in
 * whole numbers, rows divided by their content. Sums of a table have coefficients of -1, 0 and 1, and they hardly grow.
 * Unit: none. Empty: without rows nothing follows. Example: from a + b + c and c follows a + b, by both rows; a does not.
 */

/** Coefficients of the unknowns that take part, by their number from 0. */
export type Row = ReadonlyMap<number, number>

const LARGEST = 2 ** 50

/** The largest prime below 2^25: products of two remainders stay exact. */
export const PRIME = 33_554_393

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

/** a * x - b * y into x, made smaller by what all of it can be divided by. Larger than exact: better no answer than a wrong one. */
function combine(x: Float64Array, a: number, y: Float64Array, b: number): void {
  let content = 0
  for (let i = 0; i < x.length; i++) {
    const [xi = 0, yi = 0] = [x[i], y[i]]
    if (xi === 0 && yi === 0) continue
    const value = a * xi - b * yi
    if (Math.abs(value) > LARGEST) throw new RangeError('coefficients of the audit are too large to be exact')
    x[i] = value
    if (content !== 1 && value !== 0) content = gcd(Math.abs(value), content)
  }
  if (content > 1) for (let i = 0; i < x.length; i++) x[i] = (x[i] ?? 0) / content
}

const modulo = (a: number) => ((a % PRIME) + PRIME) % PRIME

/** a to the power of PRIME - 2 is what a must be multiplied by to be 1 (Fermat). */
function inverse(a: number): number {
  let result = 1
  for (let power = PRIME - 2, square = modulo(a); power > 0; power = Math.floor(power / 2), square = (square * square) % PRIME) {
    if (power % 2 === 1) result = (result * square) % PRIME
  }
  return result
}

/** A solution of "all rows are 0", drawn by a fixed congruential generator (Park & Miller 1988) where the rows leave it open. */
function nullVector(pivots: readonly Pivot[], width: number): Float64Array {
  let state = 20_260_301
  const solution = new Float64Array(width).map(() => (state = (state * 48_271) % 2_147_483_647) % PRIME)
  for (const { column, row } of pivots.toReversed()) {
    let rest = 0
    for (let i = 0; i < width; i++) {
      const c = row[i] ?? 0
      if (c !== 0 && i !== column) rest = modulo(rest - modulo(c) * (solution[i] ?? 0))
    }
    const here = row[column] ?? 1
    solution[column] = here === 1 ? rest : modulo(rest * inverse(here))
  }
  return solution
}

type Pivot = { column: number; row: Float64Array }

/** Takes the pivots out of a row, in the order in which they were made. */
function reduce(row: Float64Array, pivots: readonly Pivot[]): void {
  for (const pivot of pivots) {
    const here = row[pivot.column] ?? 0
    if (here === 0) continue
    const there = pivot.row[pivot.column] ?? 0
    const common = gcd(Math.abs(here), Math.abs(there))
    combine(row, there / common, pivot.row, here / common)
  }
}

export type RowSpace = {
  /** The rows, by number, that yield the sum of these unknowns when combined; null where none do. */
  yielding: (sum: readonly number[]) => number[] | null
  /** Can the sum follow at all? Never wrong when it says no; yes is right but for one case in thirty million. */
  mayFollow: (sum: readonly number[]) => boolean
  /** An unknown's share in `mayFollow`, modulo PRIME: shares of a sum that follows add up to 0. Null: in no row. */
  share: (unknown: number) => number | null
}

/**
 * Rows of one unknown are known cells and leave the elimination at once: it is left with the totals, and with the unknowns that
 * no row tells by itself. A sum follows exactly if it is 0 in every solution of "all rows are 0"; one random solution sees
 * through nearly all others without any elimination.
 */
export function rowSpace(rows: readonly Row[]): RowSpace {
  const known = new Map<number, number>()
  rows.forEach((row, i) => {
    const [only] = row.size === 1 ? row.keys() : []
    if (only !== undefined && !known.has(only)) known.set(only, i)
  })
  const mixed = rows.flatMap((row, i) => (row.size > 1 ? [i] : [])).sort((a, b) => (rows[a]?.size ?? 0) - (rows[b]?.size ?? 0) || a - b)
  const columnOf = new Map<number, number>()
  for (const i of mixed) for (const unknown of rows[i]?.keys() ?? []) {
    if (!known.has(unknown) && !columnOf.has(unknown)) columnOf.set(unknown, columnOf.size)
  }
  // Right of the unknowns each vector keeps how often each mixed row went in, and last how often what was asked for did.
  const width = columnOf.size
  const vectorOf = (row: Iterable<readonly [number, number]>, mark: number) => {
    const vector = new Float64Array(width + mixed.length + 1)
    for (const [unknown, c] of row) {
      const column = columnOf.get(unknown)
      if (column !== undefined) vector[column] = c
    }
    vector[width + mark] = 1
    return vector
  }
  const pivots: Pivot[] = []
  mixed.forEach((i, mark) => {
    const row = vectorOf(rows[i] ?? [], mark)
    reduce(row, pivots)
    const unknowns = row.subarray(0, width)
    const unit = unknowns.findIndex((c) => Math.abs(c) === 1)
    const column = unit === -1 ? unknowns.findIndex((c) => c !== 0) : unit
    if (column !== -1) pivots.push({ column, row })
  })

  const solution = nullVector(pivots, width)
  const share = (unknown: number) => (known.has(unknown) ? 0 : (solution[columnOf.get(unknown) ?? -1] ?? null))
  const mayFollow = (sum: readonly number[]) => {
    let total = 0
    for (const unknown of sum) {
      const part = share(unknown)
      if (part === null) return false
      total += part
    }
    return total % PRIME === 0
  }
  const yielding = (sum: readonly number[]) => {
    if (!mayFollow(sum)) return null
    const vector = vectorOf(sum.map((unknown) => [unknown, 1]), mixed.length)
    reduce(vector, pivots)
    if (vector.subarray(0, width).some((c) => c !== 0)) return null
    return takingPart(sum, vector.subarray(width), { rows, mixed, known })
  }
  return { yielding, mayFollow, share }
}

type Parts = { rows: readonly Row[]; mixed: readonly number[]; known: ReadonlyMap<number, number> }

/** The mixed rows that went in, and the known cells which make up the difference to what was asked for. */
function takingPart(asked: readonly number[], marks: Float64Array, { rows, mixed, known }: Parts): number[] {
  const times = marks[mixed.length] ?? 0
  const left = new Map(asked.map((unknown) => [unknown, times]))
  const used = mixed.filter((_, mark) => marks[mark] !== 0)
  mixed.forEach((i, mark) => {
    const share = marks[mark] ?? 0
    if (share !== 0) for (const [unknown, c] of rows[i] ?? []) left.set(unknown, (left.get(unknown) ?? 0) + share * c)
  })
  return [...used, ...[...left].flatMap(([unknown, c]) => (c === 0 ? [] : (known.get(unknown) ?? [])))]
}
