import { isDeepStrictEqual } from 'node:util'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { forgetJourney } from '#lib/forget'
import { documentOf } from '#lib/journeys/document/read'
import type { MapDocument } from '#lib/journeys/document/schema'
import { type Loaded, loadDraft } from '#lib/journeys/draft/load'
import { Key } from '#lib/journeys/input'
import { loadStructure } from '#lib/journeys/structure'
import { publish } from '#lib/live'
import { allow } from '#lib/permission'
import { wake } from '#lib/queue'
import { addVersion, drawReplaced, keepReplaced, publisherOf } from './keep'
import { BY_API } from './notes'

/** What follows within this time is the same version: a script that makes thirty changes makes no thirty of them. */
const TOGETHER_MS = 10 * 60_000

const OfJourney = z.looseObject({ journey: Key })

/** Whether the version on the map came about the same way and just now; the first one came with the journey. */
async function isSame(tx: Tx, ctx: Context, { journey, version }: Loaded, note: string): Promise<boolean> {
  const [row] = await rows<{ since: Date; note: string | null; by: string | null; isFirst: boolean }>(tx, sql`
    select coalesce(v.published_at, j.created_at) as since, v.note, v.published_by as by, v.version is null as "isFirst"
    from journeys j
    left join map_versions v on v.workspace_id = j.workspace_id and v.journey_id = j.id and v.version = ${version}
    where j.workspace_id = ${ctx.workspaceId} and j.id = ${journey.id}`)
  if (!row || ctx.now().getTime() - new Date(row.since).getTime() >= TOGETHER_MS) return false
  return row.isFirst || (row.note === note && row.by === publisherOf(ctx))
}

const writeDocument = (tx: Tx, ctx: Context, { journey, version }: Loaded, document: MapDocument) => tx.execute(sql`
  update map_versions
  set document = ${JSON.stringify(document)}::jsonb
  where workspace_id = ${ctx.workspaceId} and journey_id = ${journey.id} and version = ${version}`)

/**
 * A verb that changes the published map at once, beside its draft: what it changes is a version as well, so that what stood before
 * can be opened with its numbers. The verb runs in the transaction that keeps them.
 */
export async function changeMap<O>(ctx: Context, verb: (ctx: Context, input: unknown) => Promise<O>, input: unknown, note = BY_API): Promise<O> {
  allow(ctx, 'journey.write')
  const { journey: key } = OfJourney.parse(input)
  const { id, result } = await inWorkspace(ctx, async (tx) => {
    const before = await loadDraft(tx, ctx, key, 'to change')
    const isContinued = await isSame(tx, ctx, before, note)
    // Its numbers are drawn from the places as they still stand.
    const map = isContinued ? null : await drawReplaced(tx, ctx, before)
    const result = await verb({ ...ctx, db: tx }, input)
    const structure = await loadStructure(tx, ctx.workspaceId, before.journey.id)
    const document = structure && documentOf(structure, before.published.lanes)
    if (document && !isDeepStrictEqual(document, before.published)) {
      if (isContinued) await writeDocument(tx, ctx, before, document)
      else {
        await keepReplaced(tx, ctx, before, map)
        await addVersion(tx, ctx, before, document, note)
      }
    }
    return { id: before.journey.id, result }
  })
  // The verb said so before the commit, too early for whoever reads.
  forgetJourney(ctx.workspaceId, id)
  publish({ workspaceId: ctx.workspaceId, journeyId: id, answers: 0, what: 'map' })
  wake()
  return result
}
