import { hidden } from '../suppress'
import { fewThatFollow } from './few'
import { type Row, rowSpace } from './row-space'

/** A sum of cells, each by its number from 0. */
export type Cells = readonly number[]

export type Question = {
  /** Answers a cell, also of those cells that are never shown by themselves (what is archived, what has no channel). */
  cells: readonly number[]
  /** The numbers that can be read. */
  aggregates: readonly Cells[]
  /** Sums that everybody knows to be the same: a stage over its touchpoints, and over its months. */
  equal?: readonly (readonly [Cells, Cells])[]
  k: number
}

const sumRow = (cells: Cells): Map<number, number> => new Map(cells.map((cell) => [cell, 1]))

function differenceRow([left, right]: readonly [Cells, Cells]): Row {
  const row = sumRow(left)
  for (const cell of right) row.set(cell, (row.get(cell) ?? 0) - 1)
  return new Map([...row].filter(([, c]) => c !== 0))
}

/** What the shown numbers say, and which of them says it. */
function readable(aggregates: readonly Cells[], equal: readonly Row[], gone: readonly boolean[]) {
  const shown = aggregates.flatMap((cells, i) => (gone[i] || cells.length === 0 ? [] : [i]))
  const space = rowSpace([...shown.map((i) => sumRow(aggregates[i] ?? [])), ...equal])
  return { space, partsOf: (cells: Cells) => space.yielding(cells)?.flatMap((row) => shown[row] ?? []) ?? null }
}

/**
 * Which aggregates to hide so that none of them, and no group of 1..k-1 answers, follows from those that stay (METRICS 7; primary
 * and complementary cell suppression with an audit: Hundepool et al. 2012, Statistical Disclosure Control, 4). Hidden are
 * (a) aggregates of 1..k-1 answers, and (b) of every combination that yields a hidden aggregate or a group of 1..k-1 the smallest
 * shown one, cells before totals; and again, until the audit finds nothing. METRICS' "hidden ones add up to less than k" is such
 * a group, and so is what a filter leaves over. Each round hides one more or is the last, so it ends; the order is fixed.
 * Nobody at all is no secret: empty aggregates are shown, and the reader is granted to know every empty cell.
 * Unit: answers. Empty: no aggregates, no marks. Example: 30 = 3 + 7 + 20 at k 5 -> 3 and 7 are hidden, 20 and 30 are shown.
 */
export function protect({ cells, aggregates, equal = [], k }: Question): boolean[] {
  const there = (sum: Cells) => sum.filter((cell) => (cells[cell] ?? 0) > 0)
  // Numbers about the same people are one number, and shown or hidden together: a stage and the only touchpoint that was answered.
  const sameAs = aggregates.map((sum) => there(sum).sort((a, b) => a - b).join())
  const first = new Map(sameAs.map((people, i) => [people, i] as const).reverse())
  const distinct = [...first.values()].reverse()
  const filled = distinct.map((i) => there(aggregates[i] ?? []))
  const known = equal.map(([left, right]) => differenceRow([there(left), there(right)])).filter((row) => row.size > 0)
  const counts = filled.map((sum) => sum.reduce((n, cell) => n + (cells[cell] ?? 0), 0))
  const gone = counts.map((n) => hidden(n, k))

  const widthOf = (i: number) => aggregates[distinct[i] ?? -1]?.length ?? 0
  const nOf = (i: number) => counts[i] ?? 0
  for (let isSafe = !cells.some((n) => hidden(n, k)); !isSafe;) {
    isSafe = true
    const { space, partsOf } = readable(filled, known, gone)
    for (const secret of [...filled.filter((_, i) => gone[i]), ...fewThatFollow(cells, space, k)]) {
      const parts = partsOf(secret)
      // A combination that has lost a part in this round is looked at again in the next one.
      if (!parts || parts.some((i) => gone[i])) continue
      const victim = parts.sort((a, b) => widthOf(a) - widthOf(b) || nOf(a) - nOf(b) || a - b)[0]
      if (victim === undefined) continue
      gone[victim] = true
      isSafe = false
    }
  }
  const marks = new Map(distinct.map((i, at) => [sameAs[i], gone[at] ?? true]))
  return sameAs.map((people) => marks.get(people) ?? true)
}
