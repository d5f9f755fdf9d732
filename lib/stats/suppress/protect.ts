import { hidden } from '../suppress'
import { fewThatFollow } from './few'
import { type Row, rowSpace } from './row-space'

/** Disjoint cells by their number from 0. */
export type Cells = readonly number[]

/** A number that can be read: the sum of some cells, in one way or in several that are known to come to the same. */
export type Aggregate = { ways: readonly Cells[] }

export type Question = {
  /** Answers a cell, also of those cells that are never shown by themselves (what is archived, what has no channel). */
  cells: readonly number[]
  aggregates: readonly Aggregate[]
  k: number
  /** Hidden for a reason that lies elsewhere. */
  hide?: readonly boolean[]
}

const sum = (ns: readonly number[]) => ns.reduce((total, n) => total + n, 0)

/** What the shown numbers say, and which of them says it; that two ways come to the same is known of the hidden ones too. */
function readable(aggregates: readonly Aggregate[], gone: readonly boolean[]) {
  const rows: Row[] = []
  const saidBy: (number | null)[] = []
  aggregates.forEach(({ ways: [first = [], ...others] }, i) => {
    for (const way of others) {
      const equal = new Map(first.map((cell) => [cell, 1]))
      for (const cell of way) equal.set(cell, (equal.get(cell) ?? 0) - 1)
      rows.push(new Map([...equal].filter(([, c]) => c !== 0)))
      saidBy.push(null)
    }
    if (gone[i] || first.length === 0) return
    rows.push(new Map(first.map((cell) => [cell, 1])))
    saidBy.push(i)
  })
  const space = rowSpace(rows)
  return { space, partsOf: (cells: Cells) => space.yielding(cells)?.flatMap((row) => saidBy[row] ?? []) ?? null }
}

/**
 * Which aggregates to hide so that none of them, and no group of 1..k-1 answers, follows from those that stay (METRICS 7; primary
 * and complementary cell suppression with an audit: Hundepool et al. 2012, Statistical Disclosure Control, 4). Hidden are
 * (a) aggregates of 1..k-1 answers, and (b) the smallest shown aggregate of every combination that yields a hidden aggregate or a
 * group of 1..k-1; and again, until the audit finds nothing. METRICS' "hidden ones add up to less than k" is such a group, and so
 * is what a filter leaves over. Each round hides one more or is the last, so it ends; the order is fixed.
 * Nobody at all is no secret: empty aggregates are shown, and the reader is granted to know every empty cell.
 * Unit: answers. Empty: no aggregates, no marks. Example: 30 = 3 + 7 + 20 at k 5 -> 3 and 7 are hidden, 20 and 30 are shown.
 */
export function protect({ cells, aggregates, k, hide = [] }: Question): boolean[] {
  const isThere = (cell: number) => (cells[cell] ?? 0) > 0
  const filled = aggregates.map(({ ways }) => ({ ways: ways.map((way) => way.filter(isThere)) }))
  const counts = filled.map(({ ways: [first = []] }) => sum(first.map((cell) => cells[cell] ?? 0)))
  const gone = counts.map((n, i) => hidden(n, k) || (n > 0 && hide[i] === true))
  if (!gone.includes(true) && !cells.some((n) => hidden(n, k))) return gone

  const widthOf = (i: number) => aggregates[i]?.ways[0]?.length ?? 0
  const nOf = (i: number) => counts[i] ?? 0
  for (let isSafe = false; !isSafe;) {
    isSafe = true
    const { space, partsOf } = readable(filled, gone)
    const secrets = [...filled.flatMap(({ ways: [first = []] }, i) => (gone[i] ? [first] : [])), ...fewThatFollow(cells, space, k)]
    for (const secret of secrets) {
      const parts = partsOf(secret)
      // A combination that has lost a part in this round is looked at again in the next one.
      if (!parts || parts.some((i) => gone[i])) continue
      const victim = parts.sort((a, b) => widthOf(a) - widthOf(b) || nOf(a) - nOf(b) || a - b)[0]
      if (victim === undefined) continue
      gone[victim] = true
      isSafe = false
    }
  }
  return gone
}
