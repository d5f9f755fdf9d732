import { z } from 'zod'
import { SOURCES } from '#lib/collect/input'
import { fault, invalid, Problem } from '#lib/errors'
import { type Sentence, sentence } from '#lib/sentence'
import type { AskedInstrument } from '#lib/stats/instruments'
import { addDays, isDay, localDay } from '#lib/time'
import type { Filter } from './types'

/** What people said themselves; the other sources are shown only where somebody asks for them. */
export const DEFAULT_SOURCES = ['survey', 'import'] as const
export const DEFAULT_DAYS = 90
const MOST_YEARS = 10

export const ASKED_INSTRUMENTS = ['nps', 'csat', 'ces', 'sentiment'] as const satisfies readonly AskedInstrument[]

/** A text that Postgres can hold. */
export const Text = (max: number) =>
  z.string().min(1).max(max).refine((text) => !text.includes('\0') && text.isWellFormed(), {
    message: 'This holds a character that cannot be stored.',
    params: { code: 'invalid_text' },
  })

// Years that calendars of all engines agree on, and that arithmetic on days stays within.
const Day = z.string().refine((day) => isDay(day) && day >= '1900-01-01' && day <= '2999-12-31', {
  message: 'A day is written YYYY-MM-DD.',
  params: { code: 'invalid_date' },
})

const Sources = z.string().max(100).transform((text) => [...new Set(text.split(','))]).pipe(z.array(z.enum(SOURCES)))

/** What every question about a journey may say; a verb adds its own. Unknown keys are refused. */
export const Asking = z.strictObject({
  journey: Text(120),
  from: Day.optional(),
  to: Day.optional(),
  channel: Text(100).optional(),
  variant: Text(120).optional(),
  /** `plan:pro`: a declared attribute and its value. */
  segment: Text(200).regex(/^[^:]+:./s, 'A segment is written name:value, such as plan:pro.').optional(),
  source: Sources.optional(),
})

export const AskedFor = z.enum(ASKED_INSTRUMENTS)

const wrongPeriod = (said: Sentence) => invalid(fault('/from', 'invalid_date', said))

/** Answers are counted by one value at a time: two filters at once would have to read them all. */
export function filterOf({ channel, variant, segment = '' }: Pick<z.infer<typeof Asking>, 'channel' | 'variant' | 'segment'>): Filter | null {
  const [name = '', ...rest] = segment.split(':')
  const given = Object.entries({ channel, variant, [name]: rest.join(':') }).filter((pair): pair is [string, string] => Boolean(pair[1]))
  if (given.length > 1) throw new Problem('filter_too_wide', 'Filter by one thing at a time: a channel, a variant or a segment.')
  const [dimension, value] = given[0] ?? []
  return dimension && value ? { dimension, value } : null
}

/** The days and filters that are meant, and today's date where the journey is. */
export function askedOf(asking: z.infer<typeof Asking>, timeZone: string, now: Date) {
  const today = localDay(now, timeZone)
  const to = asking.to ?? today
  const from = asking.from ?? addDays(to, 1 - DEFAULT_DAYS)
  if (from > to) throw wrongPeriod(sentence('The period begins on {from}, after its end on {to}.', { from, to }))
  if (from < addDays(to, -MOST_YEARS * 366)) throw wrongPeriod(sentence('A period has at most {most} years.', { most: MOST_YEARS }))
  return { from, to, timeZone, channel: asking.channel ?? null, filter: filterOf(asking), source: [...(asking.source ?? DEFAULT_SOURCES)], today }
}

export type Resolved = ReturnType<typeof askedOf>
