import { z } from 'zod'
import { SOURCES } from '#lib/collect/input'
import { fault, invalid } from '#lib/errors'
import type { AskedInstrument } from '#lib/stats/instruments'
import { addDays, isDay, localDay } from '#lib/time'

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
  source: Sources.optional(),
})

export const AskedFor = z.enum(ASKED_INSTRUMENTS)

const wrongPeriod = (message: string) => invalid(fault('/from', 'invalid_date', message))

/** The days and filters that are meant, and today's date where the journey is. */
export function askedOf(asking: z.infer<typeof Asking>, timeZone: string, now: Date) {
  const today = localDay(now, timeZone)
  const to = asking.to ?? today
  const from = asking.from ?? addDays(to, 1 - DEFAULT_DAYS)
  if (from > to) throw wrongPeriod(`The period begins on ${from}, after its end on ${to}.`)
  if (from < addDays(to, -MOST_YEARS * 366)) throw wrongPeriod(`A period has at most ${MOST_YEARS} years.`)
  return { from, to, timeZone, channel: asking.channel ?? null, source: [...(asking.source ?? DEFAULT_SOURCES)], today }
}

export type Resolved = ReturnType<typeof askedOf>
