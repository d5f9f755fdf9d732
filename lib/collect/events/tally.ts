import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Context } from '#lib/context'
import { newId } from '#lib/ids'
import type { Structure } from '#lib/journeys/structure'
import { localDay } from '#lib/time'

/** What happened around a survey besides an answer: exposed and completed make the response rate, converted the outcome. */
export const KINDS = ['exposed', 'dismissed', 'started', 'completed', 'abandoned', 'converted', 'renewed'] as const

export type EventKind = (typeof KINDS)[number]

/** `eventId` is the same for the same thing whoever tells it: for what follows from a display, `nameId('started', displayId)`. */
export type NewEvent = {
  structure: Pick<Structure, 'journeyId' | 'timeZone'>
  surveyId: string
  eventId: string
  kind: EventKind
  touchpoint: string
  channel: string | null
  person: string | null
  occurredAt: Date
  /** Where the moment of its receipt is more than may be kept. */
  receivedAt?: Date | undefined
}

/**
 * Store events, each once for its eventId of a survey, and count those that were not there yet: a touchpoint, a kind, a channel,
 * a local day of the journey and its month. In the caller's transaction, as its last step: rows go in key order there, as everybody's do.
 * Returns the new rows by eventId; whatever is missing was known before.
 */
export async function recordEvents(tx: Tx, ctx: Context, events: readonly NewEvent[]): Promise<Map<string, string>> {
  if (events.length === 0) return new Map()
  const now = ctx.now()
  const given = events.map(({ structure: { journeyId, timeZone }, surveyId, eventId, kind, touchpoint, channel, person, occurredAt, receivedAt = now }) => ({
    id: newId(receivedAt), journey: journeyId, day: localDay(occurredAt, timeZone),
    survey: surveyId, event: eventId, kind, touchpoint, channel, person, occurred: occurredAt, received: receivedAt,
  }))
  const fresh = await rows<{ id: string; eventId: string }>(tx, sql`
    with e as materialized (
      select *
      from json_to_recordset(${JSON.stringify(given)}::json) as e (
        id uuid, journey uuid, day date, survey uuid, event uuid, kind text, touchpoint text, channel text, person text, occurred timestamptz, received timestamptz)
    ),
    fresh as (
      insert into events (
        workspace_id, id, survey_id, event_id, journey_id, touchpoint_key, kind, channel, person, occurred_at, received_at)
      select ${ctx.workspaceId}::uuid, id, survey, event, journey, touchpoint, kind, channel, person, occurred, received
      from e
      order by survey, event
      on conflict do nothing
      returning id, event_id
    ),
    counted as (
      insert into tally_events (workspace_id, journey_id, grain, period, touchpoint_key, kind, channel, n)
      select ${ctx.workspaceId}::uuid, e.journey, g.grain, g.period, e.touchpoint, e.kind, coalesce(e.channel, '') as channel, count(*)
      from e
      join fresh on fresh.id = e.id
      cross join lateral (values ('day', e.day), ('month', date_trunc('month', e.day)::date)) as g (grain, period)
      group by e.journey, g.grain, g.period, e.touchpoint, e.kind, coalesce(e.channel, '')
      order by e.journey, g.grain, g.period, e.touchpoint, e.kind, channel
      on conflict (workspace_id, journey_id, grain, period, touchpoint_key, kind, channel) do update
      set n = tally_events.n + excluded.n
    )
    select id, event_id as "eventId"
    from fresh`)
  return new Map(fresh.map(({ id, eventId }) => [eventId, id]))
}
