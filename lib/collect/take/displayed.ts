import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import type { Context } from '#lib/context'
import { nameId } from '#lib/ids'
import { localDay } from '#lib/time'
import { isAnonymous } from '../guard/access'
import { eventPerson } from '../events/events'
import type { Prepared } from './prepare'
import { type NewEvent, recordEvents } from '../events/tally'

/** An answer as it was stored: at this touchpoint, and held back or not. */
export type Stood = { prepared: Prepared; touchpoint: string; held: boolean }

const isUnnamed = ({ prepared }: Stood): boolean => isAnonymous(prepared.known.survey)

/** One moment of a local day for all that happens on it: noon in Greenwich, or some hours before, where it is tomorrow by then. */
function onDay(at: Date, timeZone: string): Date {
  const day = localDay(at, timeZone)
  return ['12', '08'].map((hour) => new Date(`${day}T${hour}:00:00Z`)).find((one) => localDay(one, timeZone) === day) ?? at
}

function eventsOf(stood: Stood, displayId: string, now: Date): NewEvent[] {
  const { body, known, occurredAt: at } = stood.prepared
  const { touchpoint } = stood
  const [occurredAt, receivedAt] = isUnnamed(stood) ? [onDay(at, known.structure.timeZone), onDay(now, 'UTC')] : [at, now]
  const kinds = body.finished ? (['started', 'completed'] as const) : (['started'] as const)
  const same = { structure: known.structure, surveyId: body.surveyId, touchpoint, channel: body.channel ?? null, occurredAt, receivedAt }
  return kinds.map((kind) => ({ ...same, kind, person: eventPerson(known.survey, kind, body.userId), eventId: nameId(kind, displayId) }))
}

/**
 * What follows from answers for the displays that led to them: begun and completed, each counted once, and that the person has
 * answered. Held answers count for nothing here either, but who gave one is not asked again. An anonymous answer leaves no time
 * of its own, neither in the ledger nor in its events: to the millisecond, it would lead from the person to the answer.
 */
export async function noteDisplays(tx: Tx, ctx: Context, stood: readonly Stood[]): Promise<void> {
  const shown = stood.flatMap((one) => (one.prepared.body.displayId === undefined ? [] : [{ ...one, id: one.prepared.body.displayId }]))
  if (shown.length === 0) return
  const answered = shown.filter(({ prepared }) => prepared.body.finished)
  if (answered.length > 0) {
    const given = answered.map(({ id, prepared: { body, known, receivedAt } }) => ({ id, survey: body.surveyId, at: isAnonymous(known.survey) ? null : receivedAt }))
    await tx.execute(sql`
      with given as materialized (
        select d.id, min(g.at) as at
        from displays d
        join json_to_recordset(${JSON.stringify(given)}::json) as g (id uuid, survey uuid, at timestamptz)
          on d.id = g.id and d.survey_id = g.survey
        where d.workspace_id = ${ctx.workspaceId} and d.answered_at is null
        group by d.id)
      update displays d
      set answered_at = coalesce(given.at, d.shown_at)
      from given
      where d.workspace_id = ${ctx.workspaceId} and d.id = given.id`)
  }
  await recordEvents(tx, ctx, shown.filter(({ held }) => !held).flatMap((one) => eventsOf(one, one.id, ctx.now())))
}
