import { TZDate } from '@date-fns/tz'
import { utc } from '@date-fns/utc'
import { format as write, parse, parseISO } from 'date-fns'
import { type Sentence, sentence } from '#lib/sentence'

const ISO = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?(\s?(Z|[+-]\d{2}(:?\d{2})?))?)?$/i

const unquoted = (format: string) => format.replace(/'[^']*'/g, '')

/** What is wrong with a pattern of Unicode tokens, in words; null when it can be used. */
export function faultOfFormat(format: string): Sentence | null {
  // The commonest slip: elsewhere DD and YYYY are the day and the year.
  if (/[DY]/.test(unquoted(format))) return sentence('"{format}": the day is dd and the year yyyy, in small letters. Expected Unicode tokens such as dd/MM/yyyy HH:mm.', { format })
  try {
    write(new Date(0), format)
    return null
  } catch {
    return sentence('"{format}" is no date format. Expected Unicode tokens such as dd/MM/yyyy HH:mm.', { format })
  }
}

export type MomentFormat = { format?: string | undefined; timeZone: string; now: Date }

/**
 * A moment as written in a file: in the given tokens, else ISO 8601. Without an offset it is local time of the zone; an
 * hour that a clock change skips counts as the one after it. Null when it is none. `now` tells the century of `yy`; two digits
 * under `yyyy` are a year of the Romans, and refused.
 */
export function readMoment(text: string, { format, timeZone, now }: MomentFormat): Date | null {
  const iso = format === undefined ? ISO.exec(text) : null
  if (format === undefined && !iso) return null
  // Read as if it were UTC, which is exact and quick everywhere, then put into its zone.
  const read = format === undefined ? parseISO(text.replace(/\s(?=[Z+-])/i, ''), { in: utc }) : parse(text, format, now, { in: utc })
  const wall = new Date(read.getTime())
  const year = wall.getUTCFullYear()
  if (Number.isNaN(year) || year < 1900 || year > 9999) return null
  const hasOffset = format === undefined ? iso?.[4] !== undefined : /[XxtT]/.test(unquoted(format))
  return hasOffset || timeZone === 'UTC' ? wall : inZone(wall, timeZone)
}

function inZone(wall: Date, timeZone: string): Date {
  const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()]
  const time = [wall.getUTCHours(), wall.getUTCMinutes(), wall.getUTCSeconds(), wall.getUTCMilliseconds()] as const
  return new Date(new TZDate(year, month, day, ...time, timeZone).getTime())
}
