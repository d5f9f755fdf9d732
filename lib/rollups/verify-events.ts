import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'

const KEYS = sql.raw('grain, period, touchpoint_key, kind, channel')

/** The counts of a journey's events as they would stand, made again from the events themselves. */
const recounted = (workspaceId: string, journeyId: string): SQL => sql`
  select grain, date_trunc(grain, e.occurred_at at time zone j.time_zone)::date as period, e.touchpoint_key, e.kind,
    coalesce(e.channel, '') as channel, count(*) as n
  from events e
  join journeys j on j.workspace_id = e.workspace_id and j.id = e.journey_id
  cross join (values ('day'), ('month')) as g (grain)
  where e.workspace_id = ${workspaceId} and e.journey_id = ${journeyId}
  group by 1, 2, 3, 4, 5`

/** Cells of tally_events that differ from a recount. */
export const differingEvents = (tx: Tx, workspaceId: string, journeyId: string, most: number) =>
  rows<{ cell: string; stored: string | null; recounted: string | null }>(tx, sql`
    with fresh as (${recounted(workspaceId, journeyId)}),
    stored as (
      select ${KEYS}, n
      from tally_events
      where workspace_id = ${workspaceId} and journey_id = ${journeyId} and n > 0
    )
    select concat_ws(' ', touchpoint_key, kind, nullif(channel, ''), grain, period) as cell, stored.n::text as stored, fresh.n::text as recounted
    from stored
    full join fresh using (${KEYS})
    where stored.n is distinct from fresh.n
    order by 1
    limit ${most}`)

/** Puts the recount in the place of what stands; the caller has locked the table. */
export async function replaceEvents(tx: Tx, workspaceId: string, journeyId: string): Promise<void> {
  await tx.execute(sql`
    delete from tally_events
    where workspace_id = ${workspaceId} and journey_id = ${journeyId}`)
  await tx.execute(sql`
    insert into tally_events (workspace_id, journey_id, ${KEYS}, n)
    select ${workspaceId}::uuid, ${journeyId}::uuid, ${KEYS}, n
    from (${recounted(workspaceId, journeyId)}) as fresh`)
}
