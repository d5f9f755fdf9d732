import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'

/** The id of the journey that a key names here; not found where there is none, whoever else may have one. */
export async function findJourney(tx: Tx, ctx: Context, key: string): Promise<{ id: string; archived: boolean }> {
  const [journey] = await rows<{ id: string; archived: boolean }>(tx, sql`
    select id, archived_at is not null as archived
    from journeys
    where workspace_id = ${ctx.workspaceId} and key = ${key}`)
  if (!journey) throw notFound('journey')
  return journey
}
