const MOST_OCTETS = 75

/** Backslash, semicolon, comma and line end have meanings of their own (RFC 5545, 3.3.11). */
const textOf = (value: string): string => value.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\r\n]/g, '\\n')

const octets = (text: string): number => Buffer.byteLength(text)

/** No line is longer than 75 octets; the next one begins with a blank. A character of several octets stays whole. */
function folded(line: string): string {
  const lines: string[] = ['']
  for (const sign of line) {
    const last = lines.at(-1) ?? ''
    if (octets(last) + octets(sign) > MOST_OCTETS) lines.push(` ${sign}`)
    else lines[lines.length - 1] = last + sign
  }
  return lines.join('\r\n')
}

const dateOf = (day: string): string => day.replaceAll('-', '')
const stampOf = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

/** `day` null: nothing is planned, and a calendar that knew of something takes it away. */
export type Event = { uid: string; stamp: Date; title: string; text: string; url: string; day: string | null; everyDays: number | null; today: string }

/** A calendar of one all-day event (RFC 5545). */
export function calendarOf({ uid, stamp, title, text, url, day, everyDays, today }: Event): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Wayfelt//Journey reviews//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${textOf(title)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stampOf(stamp)}`,
    `DTSTART;VALUE=DATE:${dateOf(day ?? today)}`,
    ...(day !== null && everyDays !== null ? [`RRULE:FREQ=DAILY;INTERVAL=${everyDays}`] : []),
    `SUMMARY:${textOf(title)}`,
    `DESCRIPTION:${textOf(text)}`,
    `URL:${url}`,
    `STATUS:${day === null ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
