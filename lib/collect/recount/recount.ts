import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { PERSONA } from '#lib/journeys/personas/definition'
import { publish } from '#lib/live'
import { enqueue } from '#lib/queue'
import { applyChanges } from '#lib/rollups/apply'
import { changesBetween } from '#lib/rollups/cells'
import { RECOUNT } from './recounting'
import { retried } from '../retry'
import { countedUnder, holdResponses, keyArray, ruleFrom, rulesOf, type StoredRule } from './stored'

const CHUNK = 500

/** A batch that was prepared with the structure before a change may still commit for this long. */
const LATE_MS = 15_000

const Recount = z.object({
  journeyId: z.uuid(),
  /** Without any: every response of the journey. */
  touchpoints: z.array(z.string()).optional(),
  /** What became a dimension, or is none any more, by this structure. */
  dimension: z.object({ name: z.string(), structure: z.int() }).optional(),
  /** The second pass. */
  late: z.literal(true).optional(),
})

type Recount = z.infer<typeof Recount>

/** Have old responses counted under today's structure: now, and again when whatever was on its way has been written too. */
export async function askRecount(tx: Tx, ctx: Context, { dimension, ...work }: Omit<Recount, 'late'>): Promise<void> {
  await enqueue(tx, ctx, RECOUNT, work)
  await enqueue(tx, ctx, RECOUNT, { ...work, dimension, late: true }, LATE_MS)
}

const nextIds = (tx: Tx, ctx: Context, { journeyId, touchpoints }: Recount, structure: number, after: string) =>
  rows<{ id: string }>(tx, sql`
    select r.id
    from responses r
    where r.workspace_id = ${ctx.workspaceId} and r.journey_id = ${journeyId} and r.structure < ${structure} and r.id > ${after}
      ${touchpoints === undefined ? sql`` : sql`
      and exists (
        select 1
        from answers a
        where a.workspace_id = r.workspace_id and a.response_id = r.id and a.touchpoint_key = any(array(select json_array_elements_text(${JSON.stringify(touchpoints)}::json))))`}
    order by r.id
    limit ${CHUNK}`)

/** The job after a move or a change of dimensions: count the responses that it touches under today's structure. */
export async function recountMoved(
  ctx: Context,
  payload: unknown,
  { signal, progress }: { signal: AbortSignal; progress: (done: number) => Promise<void> },
): Promise<void> {
  const work = Recount.parse(payload)
  let after = '00000000-0000-0000-0000-000000000000'
  for (let done = 0, isDone = false; !isDone; ) {
    if (signal.aborted) return
    const ids = await retried(() => inWorkspace(ctx, (tx) => recountChunk(tx, ctx, work, after)))
    after = ids.at(-1) ?? after
    done += ids.length
    isDone = ids.length < CHUNK
    await progress(done)
  }
  if (work.dimension) await retried(() => inWorkspace(ctx, (tx) => finishDimension(tx, ctx, work)))
}

/** Open maps read themselves anew once the job is over, so that they no longer say that it runs. */
export function tellRecounted({ workspaceId }: Context, payload: unknown): void {
  publish({ workspaceId, journeyId: Recount.parse(payload).journeyId, answers: 0 })
}

async function recountChunk(tx: Tx, ctx: Context, work: Recount, after: string): Promise<string[]> {
  const [row] = await rows<StoredRule & { structure: number }>(tx, sql`
    select j.structure, t.stage_of as "stageOf", t.dimensions, t.personas
    from journeys j
    join structures t on t.workspace_id = j.workspace_id and t.journey_id = j.id and t.structure = j.structure
    where j.workspace_id = ${ctx.workspaceId} and t.workspace_id = ${ctx.workspaceId} and j.id = ${work.journeyId}`)
  if (!row) return []
  const today = { structure: row.structure, ...ruleFrom(row) }
  const ids = (await nextIds(tx, ctx, work, today.structure, after)).map((row) => row.id)
  if (ids.length === 0) return []
  const stored = await holdResponses(tx, ctx, ids)
  const ruleOf = await rulesOf(tx, ctx, stored)
  const changes = changesBetween(
    stored.map((s) => countedUnder(s, ruleOf(s))),
    stored.map((s) => countedUnder(s, today)),
  )
  await tx.execute(sql`
    update responses
    set structure = ${today.structure}
    where workspace_id = ${ctx.workspaceId}
      and id = any(${keyArray(stored.map((s) => s.id))})`)
  await applyChanges(tx, ctx.workspaceId, work.journeyId, changes)
  return ids
}

/**
 * Every response counts by it now, so it may be shown; or none does any more, and its empty cells go. It may have been removed,
 * declared again, or told by other rules since: then a later job ends it.
 */
async function finishDimension(tx: Tx, ctx: Context, { journeyId, dimension }: Recount): Promise<void> {
  if (!dimension) return
  const { name, structure } = dimension
  await tx.execute(sql`
    update dimensions d
    set ready_at = ${ctx.now().toISOString()}::timestamptz
    where d.workspace_id = ${ctx.workspaceId} and d.journey_id = ${journeyId} and d.name = ${name} and d.ready_at is null
      and not exists (
        select 1
        from structures t
        where t.workspace_id = d.workspace_id and t.journey_id = d.journey_id and t.structure >= ${structure}
          and (
            d.name <> all (t.dimensions)
            or d.name = ${PERSONA} and t.personas is distinct from (
              select o.personas
              from structures o
              where o.workspace_id = d.workspace_id and o.journey_id = d.journey_id and o.structure = ${structure})))`)
  await tx.execute(sql`
    delete from tally_segments c
    where c.workspace_id = ${ctx.workspaceId} and c.journey_id = ${journeyId} and c.dimension = ${name}
      and c.n = 0 and c.s = 0 and c.q = 0
      and (c.dimension = ${PERSONA} or not exists (
        select 1
        from dimensions d
        where d.workspace_id = c.workspace_id and d.journey_id = c.journey_id and d.name = c.dimension))`)
}
