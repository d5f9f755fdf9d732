import { tz } from '@date-fns/tz'
import { format as write, parse, parseISO } from 'date-fns'

const ISO = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?\s?(Z|[+-]\d{2}(:?\d{2})?)?)?$/i

const zones = new Map<string, ReturnType<typeof tz>>()

function zoneOf(timeZone: string): ReturnType<typeof tz> {
  const zone = zones.get(timeZone) ?? tz(timeZone)
  zones.set(timeZone, zone)
  return zone
}

const EXPECTED = 'Expected Unicode tokens such as dd/MM/yyyy HH:mm.'

/** What is wrong with a pattern of Unicode tokens, in words; null when it can be used. */
export function faultOfFormat(format: string): string | null {
  // The commonest slip: elsewhere DD and YYYY are the day and the year.
  if (/[DY]/.test(format.replace(/'[^']*'/g, ''))) return `"${format}": the day is dd and the year yyyy, in small letters. ${EXPECTED}`
  try {
    write(new Date(0), format)
    return null
  } catch {
    return `"${format}" is no date format. ${EXPECTED}`
  }
}

export type MomentFormat = { format?: string | undefined; timeZone: string; now: Date }

/**
 * A moment as written in a file: in the given tokens, else ISO 8601. Without an offset it is local time of the zone; an
 * hour that a clock change skips counts as the one after it. Null when it is none. `now` tells the century of `yy`; two digits
 * under `yyyy` are a year of the Romans, and refused.
 */
export function readMoment(text: string, { format, timeZone, now }: MomentFormat): Date | null {
  if (format === undefined && !ISO.test(text)) return null
  const zone = { in: zoneOf(timeZone) }
  const read = format === undefined ? parseISO(text.replace(/\s(?=[Z+-])/i, ''), zone) : parse(text, format, now, zone)
  const at = new Date(read.getTime())
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1900 || at.getUTCFullYear() > 9999 ? null : at
}
