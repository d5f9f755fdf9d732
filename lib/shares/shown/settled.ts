import { isDeepStrictEqual } from 'node:util'
import type { Filter } from '#lib/maps/types'
import { K_DEFAULT } from '#lib/stats/measure'
import type { Count } from './blocks'

export type Counts = Readonly<Record<string, Count>>

/** A stage as one filter shows it: the cells that were shown, those of now, and what has left the period in between. */
export type Change = { filter: Filter | null; from: string; to: string; before: Counts; now: Counts; lost: Counts }

const NONE: Count = { n: 0, mark: '' }

const isSame = (a: Count, b: Count) => a.n === b.n && (a.n === 0 || a.mark === b.mark)
const keysOf = (...all: readonly Counts[]) => [...new Set(all.flatMap((counts) => Object.keys(counts)))]

/** Has any cell of it changed? What was not shown yet has. */
export const isMoved = (change: Change | undefined): boolean =>
  change === undefined || keysOf(change.before, change.now).some((key) => !isSame(change.before[key] ?? NONE, change.now[key] ?? NONE))

/**
 * May a stage be shown anew without two looks beside each other telling of fewer than k answers (METRICS 7)? Each of its cells,
 * hidden ones too, must be as it was, or differ by k answers that came or went.
 */
function isSettled({ before, now, lost }: Pick<Change, 'before' | 'now' | 'lost'>, k = K_DEFAULT): boolean {
  return keysOf(before, now).every((key) => {
    const [a, b] = [before[key] ?? NONE, now[key] ?? NONE]
    if (isSame(a, b)) return true
    const gone = lost[key]?.n ?? 0
    return gone + Math.abs(b.n - a.n + gone) >= k
  })
}

const isSpan = (inner: Change, outer: Change) => outer.from <= inner.from && inner.to <= outer.to
const isPart = (inner: Change, outer: Change) => inner !== outer && isSpan(inner, outer) && (outer.filter === null || isDeepStrictEqual(outer.filter, inner.filter))

const sumsIn = (mark: string) => (mark === '' ? [] : mark.split(' ').map(BigInt))

/** What is left of a cell when others are taken from it. */
function without(cell: Count | undefined, parts: readonly (Count | undefined)[]): Count {
  const left = parts.reduce((sum, part) => {
    const taken = sumsIn(part?.mark ?? '')
    return Array.from({ length: Math.max(sum.length, taken.length) }, (_, i) => (sum[i] ?? 0n) - (taken[i] ?? 0n))
  }, sumsIn(cell?.mark ?? ''))
  return { n: (cell?.n ?? 0) - parts.reduce((sum, part) => sum + (part?.n ?? 0), 0), mark: left.some((one) => one !== 0n) ? left.join(' ') : '' }
}

function restOf(outer: Change, parts: readonly Change[]): Pick<Change, 'before' | 'now' | 'lost'> {
  const left = (at: 'before' | 'now' | 'lost') => {
    const keys = keysOf(...[outer, ...parts].map((one) => one[at]))
    return Object.fromEntries(keys.map((key) => [key, without(outer[at][key], parts.map((part) => part[at][key]))]))
  }
  return { before: left('before'), now: left('now'), lost: left('lost') }
}

/**
 * The same for all links of a journey together: what one shows minus what others show of it (a channel, fewer days, all channels
 * or values of another dimension, of the same days) is a look as well, so it must have settled like one.
 */
export function areSettled(changes: readonly Change[]): boolean {
  return changes.every((outer) => {
    const parts = changes.filter((inner) => isPart(inner, outer))
    const values = outer.filter === null ? parts.filter((part) => part.filter !== null) : []
    const beside = (one: Change) => values.filter(({ filter, from, to }) => filter?.dimension === one.filter?.dimension && from === one.from && to === one.to)
    const rests = [...parts.map((part) => [part]), ...values.map(beside)]
    return isSettled(outer) && rests.every((group) => isSettled(restOf(outer, group)))
  })
}
