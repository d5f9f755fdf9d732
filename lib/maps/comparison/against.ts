import { z } from 'zod'
import { fault, invalid } from '#lib/errors'
import { type Sentence, sentence } from '#lib/sentence'
import { addDays } from '#lib/time'
import { Asking, filterOf } from '../asked'
import { type Charted, checkFilter } from '../journey'
import type { Filter } from '../types'

/** More lines than this nobody can tell apart, even in small multiples. */
export const MOST_COMPARED = 5

/** `period:2026-01-01..2026-03-31`, `channel:web`, `variant:b` or `segment:plan:pro`; several for several series. */
export const Compare = z
  .union([z.string().max(400), z.array(z.string().max(400)).max(MOST_COMPARED)], { error: 'at most 5 groups, each of at most 400 characters' })
  .transform((given) => (typeof given === 'string' ? [given] : given))

type Group = { from: string; to: string; filter: Filter | null }

/** One group that the map is compared with: other days, or another value of the map's own filter. */
export type Against = Group & { text: string; kind: 'period' | 'channel' | 'variant' | 'segment' }

const HOW = sentence('Compare with period:FROM..TO (days as YYYY-MM-DD), channel:NAME, variant:NAME or segment:NAME:VALUE.')

type Refuse = (code: string, said: Sentence) => Error

function periodOf(days: string, base: Group, refuse: Refuse): Group {
  const [from = '', to = '', ...more] = days.split('..')
  const isDay = (day: string) => Asking.shape.from.safeParse(day || null).success
  if (more.length > 0 || !isDay(from) || !isDay(to)) throw refuse('invalid_compare', HOW)
  if (from > to) throw refuse('invalid_date', sentence('The period to compare with begins on {from}, after its end on {to}.', { from, to }))
  if (from === base.from && to === base.to) throw refuse('same_as_base', sentence('This compares a period with itself. Choose other days.'))
  if (from <= base.to && base.from <= to) {
    const overlap = 'The two periods overlap, so some answers would count on both sides. Choose days before {from} or after {to}.'
    throw refuse('periods_overlap', sentence(overlap, { from: base.from, to: base.to }))
  }
  return { from, to, filter: base.filter }
}

function valueOf(kind: 'channel' | 'variant' | 'segment', value: string, base: Group, journey: Charted, refuse: Refuse, pointer: string): Group {
  const parsed = Asking.shape[kind].safeParse(value)
  const filter = parsed.success ? filterOf({ [kind]: value }) : null
  if (!filter) throw refuse('invalid_compare', HOW)
  checkFilter(journey, filter, pointer)
  if (base.filter?.dimension !== filter.dimension) {
    const of = kind === 'segment' ? filter.dimension : kind === 'channel' ? sentence('channel') : sentence('variant')
    throw refuse('groups_overlap', sentence('Choose a {of} for the map itself too: all answers and a part of them cannot be compared.', { of }))
  }
  if (base.filter.value === filter.value) throw refuse('same_as_base', sentence('This compares "{value}" with itself. Choose another one.', { value: filter.value.slice(0, 60) }))
  return { from: base.from, to: base.to, filter }
}

/** The groups to compare with, or a 400 that says what to change: a test needs two groups that share no answer. */
export function againstOf(compare: readonly string[], base: Group, journey: Charted): Against[] {
  return compare.map((text, i) => {
    const pointer = compare.length > 1 ? `/compare/${i}` : '/compare'
    const refuse: Refuse = (code, said) => invalid(fault(pointer, code, said))
    const [, kind, value = ''] = /^(period|channel|variant|segment):(.+)$/s.exec(text) ?? []
    if (compare.indexOf(text) !== i) throw refuse('compared_twice', sentence('This is compared twice.'))
    if (kind === 'period') return { text, kind, ...periodOf(value, base, refuse) }
    if (kind === 'channel' || kind === 'variant' || kind === 'segment') return { text, kind, ...valueOf(kind, value, base, journey, refuse, pointer) }
    throw refuse('invalid_compare', HOW)
  })
}

/** The days just before, as many: what a map is held against where nobody chose. */
export function periodBefore({ from, to, filter }: Group): Against {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  const before = { from: addDays(from, -days), to: addDays(from, -1) }
  return { text: `period:${before.from}..${before.to}`, kind: 'period', ...before, filter }
}
