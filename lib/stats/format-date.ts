const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const parts = (day: string) => ({ year: day.slice(0, 4), month: MONTHS[Number(day.slice(5, 7)) - 1] ?? '', date: String(Number(day.slice(8, 10))) })

/** A local date: "2026-11-22" -> "22 Nov 2026". */
export function formatDay(day: string): string {
  const { year, month, date } = parts(day)
  return `${date} ${month} ${year}`
}

/** A month by any of its days: "2026-11-01" -> "Nov 2026". */
export function formatMonth(day: string): string {
  const { year, month } = parts(day)
  return `${month} ${year}`
}

/** A range, both ends included: "1–22 Nov 2026", "20 Oct – 3 Nov 2026", "20 Dec 2025 – 3 Jan 2026", one day as a day. */
export function formatDays(from: string, to: string): string {
  if (from === to) return formatDay(to)
  const [a, b] = [parts(from), parts(to)]
  if (a.year !== b.year) return `${formatDay(from)} – ${formatDay(to)}`
  return a.month === b.month ? `${a.date}–${formatDay(to)}` : `${a.date} ${a.month} – ${formatDay(to)}`
}

/** A moment on the clocks of a time zone: "20 Nov 2026, 13:00". */
export function formatMoment(at: Date, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
  return `${formatDay(day)}, ${clock}`
}
