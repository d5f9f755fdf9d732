import { z } from 'zod'
import { isDay, isTimeZone } from '#lib/time'

/** Nothing that a line of text cannot show. */
const isLine = (text: string) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text) && text.isWellFormed()

/** A name that people gave: trimmed, at most 120 characters. */
export const Name = z
  .string()
  .trim()
  .min(1, 'give it a name')
  .max(120)
  .refine(isLine, 'may not hold control characters')

/** What Postgres and a screen can hold: no NUL, no half a surrogate pair. */
export const storable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

export const Key = z.string().min(1).max(80).refine(storable, 'is no key')
export const TouchpointKey = z.string().min(1).max(160).refine(storable, 'is no key')
export const Channel = z.string().trim().min(1).max(40).refine(isLine, 'may not hold control characters')

/** A local date, within the years that calendars of all engines agree on. */
export const Day = z.string().refine((day) => isDay(day) && day >= '1900-01-01' && day <= '2999-12-31', {
  message: 'A day is written YYYY-MM-DD.',
  params: { code: 'invalid_date' },
})

export const TimeZone = z.string().min(1).max(60).refine(isTimeZone, 'is no time zone that is known here, such as Europe/Berlin')

export const MOST_STAGES = 20
export const MOST_TOUCHPOINTS = 100
