import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { type Context, inWorkspace } from '#lib/context'
import { fault, invalid } from '#lib/errors'
import { forgetJourney } from '#lib/forget'
import { Line } from '#lib/journeys/document/schema'
import { complaintsOf } from '#lib/journeys/draft/check'
import { foldDraft, foldPlaces } from '#lib/journeys/draft/definition'
import { cellsOf, draftChanged, type Loaded, loadDraft } from '#lib/journeys/draft/load'
import { refuseArchived } from '#lib/journeys/hold'
import { Key } from '#lib/journeys/input'
import { publish } from '#lib/live'
import { allow } from '#lib/permission'
import { wake } from '#lib/queue'
import { addVersion, drawReplaced, keepReplaced } from './keep'
import { reconcile } from './reconcile'

export const PublishDraft = z.strictObject({
  journey: Key,
  /** Of the draft as it was seen. */
  revision: z.int().min(0),
  /** What is new, in a line. */
  note: Line(500).or(z.literal('')).nullish(),
})

/** What only the whole map can have wrong: two people made the same, or the published one has changed below the draft. */
function checkWhole({ published, shelf, touched }: Loaded): void {
  const cells = cellsOf(touched)
  const before = foldPlaces(published, [], shelf)
  const after = foldPlaces(published, cells, shelf)
  const [first, ...rest] = complaintsOf(after, before, cells, published.stages.length === 0).map((one) => fault('', one.code, one.said))
  if (first) throw invalid(first, ...rest.slice(0, 19))
}

async function nameVersion(tx: Tx, ctx: Context, loaded: Loaded, note: string | null): Promise<number> {
  const { journey, published, shelf, touched } = loaded
  const document = foldDraft(published, cellsOf(touched), shelf)
  const version = await addVersion(tx, ctx, loaded, document, note)
  await tx.execute(sql`
    update journeys
    set name = ${document.name}, draft_revision = ${loaded.revision + 1}
    where workspace_id = ${ctx.workspaceId} and id = ${journey.id}`)
  // They stay as what was last said of each cell, so that whoever still sees the map of before is told.
  await tx.execute(sql`
    update draft_cells
    set gone = true
    where workspace_id = ${ctx.workspaceId} and journey_id = ${journey.id} and not gone`)
  return version
}

/**
 * Publish what the draft says, exactly as it was seen, as the next version; the one that it replaces keeps its map with the numbers
 * of its last 90 days. All in one transaction: nobody sees half of it, and of two who publish at once the second is told.
 */
export async function publishDraft(ctx: Context, input: unknown): Promise<{ version: number }> {
  allow(ctx, 'journey.write')
  const { journey: key, revision, note } = PublishDraft.parse(input)
  const { id, version } = await inWorkspace(ctx, async (tx) => {
    const loaded = await loadDraft(tx, ctx, key, 'to change')
    refuseArchived(loaded.journey)
    if (loaded.revision !== revision) throw draftChanged(loaded)
    if (cellsOf(loaded.touched).length === 0) {
      throw invalid(fault('', 'nothing_to_publish', 'There is nothing to publish: nobody has changed version {version} of this map.', { version: loaded.version }))
    }
    checkWhole(loaded)
    await keepReplaced(tx, ctx, loaded, await drawReplaced(tx, ctx, loaded))
    await reconcile(tx, ctx, loaded)
    return { id: loaded.journey.id, version: await nameVersion(tx, ctx, loaded, note || null) }
  })
  forgetJourney(ctx.workspaceId, id)
  for (const what of ['map', 'draft'] as const) publish({ workspaceId: ctx.workspaceId, journeyId: id, answers: 0, what })
  wake()
  return { version }
}
