import { sql } from 'drizzle-orm'
import type { Db } from '#db/open'
import { rows } from '#db/rows'
import { asTenant } from '#db/scope'
import { appUrl } from '#lib/env'
import { localDay } from '#lib/time'
import { calendarOf } from './ics'
import { readCalendarToken } from './token'

type Row = { key: string; name: string; timeZone: string; slug: string; nextOn: string | null; everyDays: number | null; calendarKey: string | null }

/** What an event says, in some language. */
export type EventWords = (journey: string) => { title: string; text: string }

/** The calendar that a token leads to; null where it was made up or has been renewed. */
export async function readCalendar(db: Db, token: string, now: Date, wordsOf: EventWords): Promise<string | null> {
  const claimed = readCalendarToken(token)
  if (!claimed) return null
  const { workspaceId, journeyId } = claimed
  const [row] = await asTenant(db, workspaceId, (tx) =>
    rows<Row>(tx, sql`
      select j.key, j.name, j.time_zone as "timeZone", w.slug, r.next_on::text as "nextOn", r.every_days as "everyDays", r.calendar_key as "calendarKey"
      from reviews r
      join journeys j on j.workspace_id = r.workspace_id and j.id = r.journey_id
      join workspaces w on w.id = r.workspace_id
      where r.workspace_id = ${workspaceId} and r.journey_id = ${journeyId}`))
  if (!row?.calendarKey || !claimed.isSignedBy(row.calendarKey)) return null
  const url = `${appUrl()}/w/${row.slug}/journeys/${row.key}`
  const { title, text } = wordsOf(row.name)
  return calendarOf({
    uid: `review-${journeyId}@wayfelt`,
    stamp: now,
    title,
    text: `${text}\n${url}`,
    url,
    day: row.nextOn,
    everyDays: row.everyDays,
    today: localDay(now, row.timeZone),
  })
}
