import { readCalendar } from '#lib/journeys/review/calendar'
import { runtime } from '#lib/runtime'
import { wordsIn } from '../../_words/catalogue'
import { languageOf } from '../../_words/languages'

type Route = { params: Promise<{ token: string }> }

const HEADERS = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' }

/** What calendars read of a journey's next review. */
export async function GET(request: Request, { params }: Route): Promise<Response> {
  const file = /^(.+)\.ics$/.exec((await params).token)
  const { database } = await runtime()
  // The address carries the language of whoever was shown it; one without leaves it to the calendar that asks.
  const language = languageOf(new URL(request.url).searchParams.get('lang') ?? undefined, request.headers.get('accept-language'))
  const t = wordsIn(language, 'shares')
  const wordsOf = (name: string) => ({ title: t('review.event', { name }), text: t('review.eventText') })
  const calendar = file?.[1] === undefined ? null : await readCalendar(database.db, file[1], new Date(), wordsOf)
  if (calendar === null) return new Response('There is no calendar at this address.\n', { status: 404, headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' } })
  return new Response(calendar, { headers: { ...HEADERS, 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="review.ics"' } })
}
