import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { publish } from '#lib/live'
import { applyChanges } from '#lib/rollups/apply'
import { changesBetween } from '#lib/rollups/cells'
import { retried } from './retry'
import { countedOf, holdResponses, keyArray, structuresOf } from './stored'

export const RECOUNT = 'journey.recount'

const CHUNK = 500

const Recount = z.object({ journeyId: z.uuid(), touchpoint: z.string() })

const nextIds = (tx: Tx, ctx: Context, { journeyId, touchpoint }: z.infer<typeof Recount>, structure: number, after: string) =>
  rows<{ id: string }>(tx, sql`
    select r.id
    from responses r
    where r.workspace_id = ${ctx.workspaceId} and r.journey_id = ${journeyId} and r.structure < ${structure} and r.id > ${after}
      and exists (
        select 1
        from answers a
        where a.workspace_id = r.workspace_id and a.response_id = r.id and a.touchpoint_key = ${touchpoint})
    order by r.id
    limit ${CHUNK}`)

/** The job after a move: count the responses that have answers at the touchpoint under today's structure. */
export async function recountMoved(
  ctx: Context,
  payload: unknown,
  { signal, progress }: { signal: AbortSignal; progress: (done: number) => Promise<void> },
): Promise<void> {
  const work = Recount.parse(payload)
  let after = '00000000-0000-0000-0000-000000000000'
  for (let done = 0; !signal.aborted; ) {
    const ids = await retried(() => inWorkspace(ctx, (tx) => recountChunk(tx, ctx, work, after)))
    after = ids.at(-1) ?? after
    done += ids.length
    await progress(done)
    if (ids.length < CHUNK) break
  }
  publish({ workspaceId: ctx.workspaceId, journeyId: work.journeyId, answers: 0 })
}

async function recountChunk(tx: Tx, ctx: Context, work: z.infer<typeof Recount>, after: string): Promise<string[]> {
  const [today] = await rows<{ structure: number; stageOf: Record<string, string> }>(tx, sql`
    select j.structure, t.stage_of as "stageOf"
    from journeys j
    join structures t on t.workspace_id = j.workspace_id and t.journey_id = j.id and t.structure = j.structure
    where j.workspace_id = ${ctx.workspaceId} and t.workspace_id = ${ctx.workspaceId} and j.id = ${work.journeyId}`)
  if (!today) return []
  const ids = (await nextIds(tx, ctx, work, today.structure, after)).map((row) => row.id)
  if (ids.length === 0) return []
  const stored = await holdResponses(tx, ctx, ids)
  const stageOf = await structuresOf(tx, ctx, stored)
  const changes = changesBetween(
    stored.map((s) => ({ counted: countedOf(s), stageOf: stageOf(s) })),
    stored.map((s) => ({ counted: countedOf(s), stageOf: today.stageOf })),
  )
  await tx.execute(sql`
    update responses
    set structure = ${today.structure}
    where workspace_id = ${ctx.workspaceId}
      and id = any(${keyArray(stored.map((s) => s.id))})`)
  await applyChanges(tx, ctx.workspaceId, work.journeyId, changes)
  return ids
}
