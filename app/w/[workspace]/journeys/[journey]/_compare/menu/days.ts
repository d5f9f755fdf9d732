import { periodBefore } from '#lib/maps/comparison/against'
import { addDays } from '#lib/time'

type Days = { from: string; to: string }

/** In an address also relative, so that a bookmark of "last 7 days against those before" stays that. */
export const PREVIOUS = 'previous'
export const YEAR_BEFORE = 'year-before'

export const isRelative = (word: string): boolean => word === PREVIOUS || word === YEAR_BEFORE

// A day that the year before lacks (29 February) becomes the next one.
const yearEarlier = (day: string) => addDays(`${Number(day.slice(0, 4)) - 1}${day.slice(4)}`, 0)

/** The days that a relative word means beside these; null for any other comparison. */
export function relativeDays(word: string, { from, to }: Days): Days | null {
  if (word === PREVIOUS) return periodBefore({ from, to, filter: null })
  return word === YEAR_BEFORE ? { from: yearEarlier(from), to: yearEarlier(to) } : null
}

export const periodText = ({ from, to }: Days): string => `period:${from}..${to}`

/** What the read model is asked to compare with. */
export const comparedAs = (compare: readonly string[], days: Days): string[] =>
  compare.map((one) => {
    const relative = relativeDays(one, days)
    return relative ? periodText(relative) : one
  })
