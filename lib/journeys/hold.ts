import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { journeys, stages, structures, touchpoints } from '#db/schema/journeys'
import { type Context, inWorkspace } from '#lib/context'
import { forgetJourney } from '#lib/forget'
import { fault, invalid, notFound, Problem } from '#lib/errors'
import { publish } from '#lib/live'
import { sentence } from '#lib/sentence'
import { loadStructure, type Structure } from './structure'

export type Held = Structure & { id: string }

/**
 * The journey with its row locked: changes of its places go one after the other, so structures never collide. Its key is left
 * free, or else answers that come in would wait for their foreign key.
 */
async function holdJourney(tx: Tx, ctx: Context, key: string): Promise<Held> {
  const [row] = await rows<{ id: string }>(tx, sql`
    select id
    from journeys
    where workspace_id = ${ctx.workspaceId} and key = ${key}
    for no key update`)
  const structure = row && (await loadStructure(tx, ctx.workspaceId, row.id))
  if (!structure) throw notFound('journey')
  return { ...structure, id: structure.journeyId }
}

/** One change of a journey in one transaction; caches and open maps hear of it after the commit. */
export async function changeJourney<T>(ctx: Context, key: string, change: (tx: Tx, journey: Held) => Promise<T>): Promise<T> {
  const { id, result } = await inWorkspace(ctx, async (tx) => {
    const journey = await holdJourney(tx, ctx, key)
    return { id: journey.id, result: await change(tx, journey) }
  })
  forgetJourney(ctx.workspaceId, id)
  publish({ workspaceId: ctx.workspaceId, journeyId: id, answers: 0, what: 'map' })
  return result
}

export const ofStage = (ctx: Context, journey: Held, key: string) =>
  and(eq(stages.workspaceId, ctx.workspaceId), eq(stages.journeyId, journey.id), eq(stages.key, key))

export const ofTouchpoint = (ctx: Context, journey: Held, key: string) =>
  and(eq(touchpoints.workspaceId, ctx.workspaceId), eq(touchpoints.journeyId, journey.id), eq(touchpoints.key, key))

export function stageIn(journey: Held, key: string) {
  const stage = journey.stages.find((s) => s.key === key)
  if (!stage) throw notFound('stage')
  return stage
}

export function touchpointIn(journey: Held, key: string) {
  const touchpoint = journey.touchpoints.find((t) => t.key === key)
  if (!touchpoint) throw notFound('touchpoint')
  return touchpoint
}

/** A stage that is only named beside the thing itself: unknown, it is a fault of the request and not a wrong address. */
export function checkStage(journey: Held, key: string): void {
  if (!journey.stages.some((s) => s.key === key && !s.archived)) {
    throw invalid(fault('/stage', 'unknown_stage', 'The journey has no stage with the key "{key}" on its map.', { key }))
  }
}

/** What would be seen by others, or begins something new, waits until an archived journey is back on the list. */
export function refuseArchived({ archived }: { archived: boolean }): void {
  if (!archived) return
  const said = sentence('This journey is archived. Restore it first.')
  throw new Problem('conflict', said, { errors: [fault('', 'journey_archived', said)] })
}

const FULL = {
  stages: (most: number) => sentence('A journey has at most {most} stages.', { most }),
  touchpoints: (most: number) => sentence('A journey has at most {most} touchpoints.', { most }),
  dimensions: (most: number) => sentence('A journey has at most {most} dimensions.', { most }),
}

/** One more live thing than a journey may have. */
export function refuseFull(live: number, most: number, what: keyof typeof FULL): void {
  if (live >= most) throw invalid(fault('/name', 'too_many', FULL[what](most)))
}

/** Two live things of one name on one map could not be told apart. */
export function refuseTwin(live: readonly { key: string; name: string; archived: boolean }[], name: string, own = ''): void {
  if (live.some((one) => !one.archived && one.key !== own && one.name.toLowerCase() === name.toLowerCase())) {
    throw invalid(fault('/name', 'name_taken', '"{name}" is there already. Choose another name.', { name }))
  }
}

/** The order that was sent must name each thing that is there exactly once. */
export function completeOrder(sent: readonly string[], there: readonly string[]): void {
  const isComplete = sent.length === there.length && new Set(sent).size === sent.length && there.every((key) => sent.includes(key))
  if (!isComplete) throw invalid(fault('/order', 'incomplete_order', 'The order must name each one exactly once. Load the page again.'))
}

/** Remember where every touchpoint stands and what is counted by from now on, under the next structure number, which it returns. */
export async function restructure(tx: Tx, ctx: Context, journey: Held, dimensions = journey.dimensions, personas = journey.personas): Promise<number> {
  const structure = journey.structure + 1
  const now = await loadStructure(tx, ctx.workspaceId, journey.id)
  await tx.insert(structures).values({
    workspaceId: ctx.workspaceId,
    journeyId: journey.id,
    structure,
    stageOf: { ...now?.stageOf },
    dimensions: [...dimensions],
    personas,
    createdAt: ctx.now(),
  })
  await tx.update(journeys).set({ structure }).where(and(eq(journeys.workspaceId, ctx.workspaceId), eq(journeys.id, journey.id)))
  return structure
}

/** Numbers stages or touchpoints from 1 in the order of these keys, in one statement. */
export const reposition = (tx: Tx, ctx: Context, journey: Held, table: 'stages' | 'touchpoints', keys: readonly string[]) => tx.execute(sql`
  update ${sql.raw(table)} p
  set position = o.position
  from json_array_elements_text(${JSON.stringify(keys)}::json) with ordinality as o (key, position)
  where p.workspace_id = ${ctx.workspaceId} and p.journey_id = ${journey.id} and p.key = o.key`)
