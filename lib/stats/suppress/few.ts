import { PRIME, type RowSpace } from './row-space'

type Group = { cells: readonly number[]; n: number; share: number }

/**
 * Groups of 1..k-1 answers that follow from what is shown, whatever their shape: what two nested numbers differ by, what the
 * parts of a total leave over, neither this touchpoint nor that channel. Such a group has k-1 cells at most, as each that counts
 * has an answer; so sets of half as many cells are listed with the sum of their shares, and those are joined that come to 0
 * (meet in the middle: Horowitz & Sahni 1974). Unit: numbers of cells. Empty: no small cells, no groups.
 * Example: of the cells 3 and 1 and 20 beside their total of 24 and the shown 20: the group 3 + 1.
 */
export function fewThatFollow(cells: readonly number[], space: RowSpace, k: number): (readonly number[])[] {
  const small: Group[] = cells.flatMap((n, cell) => {
    const share = n > 0 && n < k ? space.share(cell) : null
    return share === null ? [] : [{ cells: [cell], n, share }]
  })
  const half = Math.ceil((k - 1) / 2)
  const halves: Group[][] = [small]
  while (halves.length < half) halves.push(joined(halves.at(-1) ?? [], small, k))
  const found = halves.flat().filter(({ share }) => share === 0)
  const byShare = new Map<number, Group[]>()
  for (const group of halves.flat()) {
    const same = byShare.get(group.share)
    if (same) same.push(group)
    else byShare.set(group.share, [group])
  }
  // A larger group is its first `half` cells, and then the others.
  const larger = (halves.at(-1) ?? []).flatMap((first) => {
    const last = first.cells.at(-1) ?? 0
    const others = byShare.get((PRIME - first.share) % PRIME) ?? []
    return others.filter(({ cells: [next = 0], n }) => next > last && first.n + n < k).map(({ cells: rest }) => [...first.cells, ...rest])
  })
  return [...found.map((group) => group.cells), ...larger]
}

/** Each group with one more cell behind it. */
function joined(groups: readonly Group[], small: readonly Group[], k: number): Group[] {
  return groups.flatMap((group) => small.flatMap(({ cells: [cell = 0], n, share }) =>
    cell > (group.cells.at(-1) ?? 0) && group.n + n < k ? [{ cells: [...group.cells, cell], n: group.n + n, share: (group.share + share) % PRIME }] : [],
  ))
}
