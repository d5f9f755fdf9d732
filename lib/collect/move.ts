import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { fault, invalid, notFound } from '#lib/errors'
import { forgetJourney } from '#lib/forget'
import { publish } from '#lib/live'
import { allow } from '#lib/permission'
import { enqueue, wake } from '#lib/queue'
import { applyChanges } from '#lib/rollups/apply'
import { changesBetween } from '#lib/rollups/cells'
import { retried } from './retry'
import { countedOf, holdResponses, structuresOf } from './stored'

export const Move = z.strictObject({
  journey: z.string().min(1).max(80),
  touchpoint: z.string().min(1).max(160),
  toStage: z.string().min(1).max(80),
  position: z.int().min(1).max(1000).optional(),
})

type Row = { id: string; structure: number; stageKey: string; overall: boolean }

/** A batch that was prepared with the structure before the move may still commit for this long. */
const LATE_MS = 15_000
const CHUNK = 500

export const RECOUNT = 'journey.recount'

async function hold(tx: Tx, ctx: Context, { journey, touchpoint, toStage }: z.infer<typeof Move>): Promise<Row> {
  const [held] = await rows<{ id: string; structure: number }>(tx, sql`
    select id, structure
    from journeys
    where workspace_id = ${ctx.workspaceId} and key = ${journey}
    for update`)
  if (!held) throw notFound('journey')
  const [stage] = await rows(tx, sql`
    select 1
    from stages
    where workspace_id = ${ctx.workspaceId} and journey_id = ${held.id} and key = ${toStage} and archived_at is null`)
  if (!stage) throw invalid(fault('/stage', 'unknown_stage', `The journey has no stage with the key "${toStage}".`))
  const [place] = await rows<{ stageKey: string; overall: boolean }>(tx, sql`
    select stage_key as "stageKey", overall
    from touchpoints
    where workspace_id = ${ctx.workspaceId} and journey_id = ${held.id} and key = ${touchpoint}`)
  if (!place) throw notFound('touchpoint')
  if (place.overall) throw invalid(fault('/touchpoint', 'built_in', 'The overall touchpoint belongs to its stage and stays there.'))
  return { ...held, ...place }
}

/** Room is made by shifting what stands behind; positions need not be dense, only in order. */
async function place(tx: Tx, ctx: Context, journeyId: string, { touchpoint, toStage, position }: z.infer<typeof Move>): Promise<void> {
  if (position !== undefined) {
    await tx.execute(sql`
      update touchpoints
      set position = position + 1
      where workspace_id = ${ctx.workspaceId} and journey_id = ${journeyId} and stage_key = ${toStage} and position >= ${position}`)
  }
  await tx.execute(sql`
    update touchpoints
    set stage_key = ${toStage}, position = coalesce(${position ?? null}::int, (
      select coalesce(max(position), 0) + 1
      from touchpoints
      where workspace_id = ${ctx.workspaceId} and journey_id = ${journeyId} and stage_key = ${toStage}))
    where workspace_id = ${ctx.workspaceId} and journey_id = ${journeyId} and key = ${touchpoint}`)
}

/**
 * Move a touchpoint to another stage; its history goes along. New answers count there at once, a job brings over the old ones
 * in small transactions, and at no moment do the tallies disagree with the structure that each response was counted under.
 */
export async function moveTouchpoint(ctx: Context, input: unknown): Promise<{ journey: string; touchpoint: string; stage: string }> {
  allow(ctx, 'journey.write')
  const move = Move.parse(input)
  const journeyId = await inWorkspace(ctx, async (tx) => {
    const row = await hold(tx, ctx, move)
    await place(tx, ctx, row.id, move)
    if (row.stageKey !== move.toStage) {
      await tx.execute(sql`
        insert into structures (workspace_id, journey_id, structure, stage_of, created_at)
        select workspace_id, journey_id, ${row.structure + 1}::int, jsonb_object_agg(key, stage_key), ${ctx.now().toISOString()}::timestamptz
        from touchpoints
        where workspace_id = ${ctx.workspaceId} and journey_id = ${row.id}
        group by workspace_id, journey_id`)
      await tx.execute(sql`
        update journeys
        set structure = ${row.structure + 1}
        where workspace_id = ${ctx.workspaceId} and id = ${row.id}`)
      const payload = { journeyId: row.id, touchpoint: move.touchpoint }
      await enqueue(tx, ctx, RECOUNT, payload)
      await enqueue(tx, ctx, RECOUNT, payload, LATE_MS)
    }
    return row.id
  })
  forgetJourney(ctx.workspaceId, journeyId)
  publish({ workspaceId: ctx.workspaceId, journeyId, answers: 0 })
  wake()
  return { journey: move.journey, touchpoint: move.touchpoint, stage: move.toStage }
}

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
      and id in (select value::uuid from json_array_elements_text(${JSON.stringify(stored.map((s) => s.id))}::json))`)
  await applyChanges(tx, ctx.workspaceId, work.journeyId, changes)
  return ids
}
