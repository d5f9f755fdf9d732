/** Something that stands below some stages: `at` are their columns, from 0. */
export type Item<T> = { of: T; at: readonly number[] }

/** Neighbouring columns as one bar; what has a stage between is drawn in parts of one name. `from` and `to` both count. */
export type Part = { from: number; to: number }
export type Placed<T> = { of: T; row: number; parts: Part[] }

export function partsOf(at: readonly number[]): Part[] {
  const parts: Part[] = []
  for (const column of [...at].sort((a, b) => a - b)) {
    const last = parts.at(-1)
    if (last?.to === column - 1) last.to = column
    else parts.push({ from: column, to: column })
  }
  return parts
}

/** Each in the first row where its columns are free, so that no two lie over each other; what comes first stands highest. */
export function packRows<T>(items: readonly Item<T>[]): Placed<T>[] {
  const rows: Set<number>[] = []
  return items.map(({ of, at }) => {
    const free = rows.findIndex((taken) => !at.some((column) => taken.has(column)))
    const row = free < 0 ? rows.length : free
    const taken = (rows[row] ??= new Set())
    for (const column of at) taken.add(column)
    return { of, row, parts: partsOf(at) }
  })
}
