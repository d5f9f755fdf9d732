import { type SQL, sql } from 'drizzle-orm'

export const RECOUNT = 'journey.recount'

/**
 * Whether answers of the journey `j` are still on their way to the stage where their touchpoint stands now. The last pass, for what
 * was being written during the change, does not count: it finds nothing or next to nothing.
 */
export const isRecounting = (workspaceId: string): SQL => sql`
  exists (
    select 1
    from jobs w
    where w.workspace_id = ${workspaceId} and w.kind = ${RECOUNT} and w.state in ('waiting', 'running')
      and w.payload ->> 'journeyId' = j.id::text and w.payload -> 'touchpoints' is not null and w.payload -> 'late' is null)`
