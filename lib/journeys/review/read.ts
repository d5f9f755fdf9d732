import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { appUrl } from '#lib/env'
import { notFound } from '#lib/errors'
import { allow, can } from '#lib/permission'
import { daysBetween, localDay } from '#lib/time'
import { Key } from '../input'
import { calendarAddress, calendarToken } from './token'
import { type Review, USUAL_STALE_DAYS } from './types'

export const ReviewOf = z.strictObject({ journey: Key })

type Row = Pick<Review, 'everyDays' | 'nextOn' | 'lastOn'> & { id: string; timeZone: string; staleDays: number | null; calendarKey: string | null }

/** What is agreed for a journey, with its id and today's date there. */
export async function loadReview(tx: Tx, ctx: Context, key: string): Promise<{ review: Review; id: string; today: string; calendarKey: string | null }> {
  const [row] = await rows<Row>(tx, sql`
    select j.id, j.time_zone as "timeZone", r.every_days as "everyDays", r.next_on::text as "nextOn", r.last_on::text as "lastOn",
      r.stale_days as "staleDays", r.calendar_key as "calendarKey"
    from journeys j
    left join reviews r on r.workspace_id = j.workspace_id and r.journey_id = j.id
    where j.workspace_id = ${ctx.workspaceId} and j.key = ${key}`)
  if (!row) throw notFound('journey')
  const { id, timeZone, everyDays, nextOn, lastOn, staleDays, calendarKey } = row
  const today = localDay(ctx.now(), timeZone)
  const days = lastOn === null ? null : Math.max(0, daysBetween(lastOn, today))
  const isDue = nextOn !== null && nextOn <= today
  return { review: { everyDays, nextOn, lastOn, staleDays: staleDays ?? USUAL_STALE_DAYS, days, isDue }, id, today, calendarKey }
}

export type ReadReview = Review & {
  /** Where calendars read the next review; null before one was planned, and for who may not plan it. */
  calendar: string | null
}

/** When the journey is looked at again. */
export async function readReview(ctx: Context, input: unknown): Promise<ReadReview> {
  allow(ctx, 'journey.read')
  const { journey } = ReviewOf.parse(input)
  return inWorkspace(ctx, async (tx) => {
    const { review, id, calendarKey } = await loadReview(tx, ctx, journey)
    const isMine = calendarKey !== null && can(ctx.actor, 'journey.write')
    return { ...review, calendar: isMine ? calendarAddress(appUrl(), calendarToken(calendarKey, ctx.workspaceId, id)) : null }
  })
}
