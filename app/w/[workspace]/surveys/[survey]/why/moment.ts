import { formatDay } from '#lib/stats/format-date'
import { localDay } from '#lib/time'

const clock = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)

/** "20 Nov 2026, 13:00", on the clocks of the journey. */
export const formatMoment = (at: Date, timeZone: string): string => `${formatDay(localDay(at, timeZone))}, ${clock(at, timeZone)}`
