import { readCalendar } from '#lib/journeys/review/calendar'
import { runtime } from '#lib/runtime'

type Route = { params: Promise<{ token: string }> }

const HEADERS = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' }

/** What calendars read of a journey's next review. */
export async function GET(_: Request, { params }: Route): Promise<Response> {
  const file = /^(.+)\.ics$/.exec((await params).token)
  const { database } = await runtime()
  const calendar = file?.[1] === undefined ? null : await readCalendar(database.db, file[1], new Date())
  if (calendar === null) return new Response('There is no calendar at this address.\n', { status: 404, headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' } })
  return new Response(calendar, { headers: { ...HEADERS, 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="review.ics"' } })
}
