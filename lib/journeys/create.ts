import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { journeys, stages, structures, touchpoints } from '#db/schema/journeys'
import { type Context, inWorkspace } from '#lib/context'
import { fault, invalid } from '#lib/errors'
import { keyOf, newId } from '#lib/ids'
import { allow } from '#lib/permission'
import { BUILT_IN } from './dimensions'
import { MOST_STAGES, Name, TimeZone } from './input'

export const NewJourney = z.strictObject({
  name: Name,
  stages: z.array(Name).max(MOST_STAGES).default([]),
  timeZone: TimeZone.default('UTC'),
})

/** A place that comes from a file brings its key along; a new one is given a key by its name. */
type PlannedTouchpoint = { key?: string; name: string; channel: string | null }
export type PlannedStage = { key?: string; name: string; touchpoints: readonly PlannedTouchpoint[] }
export type Planned = { name: string; timeZone: string; stages: readonly PlannedStage[] }
export type Created = { id: string; key: string; name: string }

/** A set of keys that grows as names are given theirs. */
function keys(taken: Iterable<string> = []) {
  const used = new Set(taken)
  return (name: string): string => {
    const key = keyOf(name, (candidate) => used.has(candidate))
    used.add(key)
    return key
  }
}

function placesOf(plan: Planned) {
  const stageKey = keys()
  const touchpointKey = keys()
  return plan.stages.map((stage) => {
    const key = stage.key ?? stageKey(stage.name)
    const own = stage.touchpoints.map((t) => ({ key: t.key ?? touchpointKey(t.name), name: t.name, channel: t.channel, overall: false }))
    return { key, name: stage.name, touchpoints: [{ key: `${key}.overall`, name: 'Overall', channel: null, overall: true }, ...own] }
  })
}

/** Writes a journey with its stages and touchpoints in the caller's transaction. */
export async function insertJourney(tx: Tx, ctx: Context, plan: Planned): Promise<Created> {
  const names = plan.stages.map((s) => s.name.toLowerCase())
  if (new Set(names).size < names.length) throw invalid(fault('/stages', 'name_taken', 'Two stages have the same name.'))
  // Two journeys of one name at the same moment: the second waits here and then sees the key of the first.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`journeys/${ctx.workspaceId}`}))`)
  const there = await tx.select({ key: journeys.key }).from(journeys).where(eq(journeys.workspaceId, ctx.workspaceId))
  // /journeys/new is the page that makes one, journeys/import the API's way to bring one.
  const taken = ['new', 'import', ...there.map((j) => j.key)]
  const [id, key, createdAt] = [newId(ctx.now()), keys(taken)(plan.name), ctx.now()]
  const own = { workspaceId: ctx.workspaceId, journeyId: id }
  const places = placesOf(plan)
  const points = places.flatMap((stage) => stage.touchpoints.map((t, i) => ({ ...own, ...t, stageKey: stage.key, position: i })))
  const journey = { workspaceId: ctx.workspaceId, id, key, name: plan.name, timeZone: plan.timeZone, structure: 1, createdAt }
  await tx.insert(journeys).values(journey)
  if (places.length > 0) {
    await tx.insert(stages).values(places.map((stage, i) => ({ ...own, key: stage.key, name: stage.name, position: i + 1 })))
    await tx.insert(touchpoints).values(points)
  }
  const stageOf = Object.fromEntries(points.map((p) => [p.key, p.stageKey]))
  await tx.insert(structures).values({ ...own, structure: 1, stageOf, dimensions: [...BUILT_IN], createdAt })
  return { id, key, name: plan.name }
}

/** A new journey with empty stages of these names (or none). Its key comes from its name and never changes. */
export async function createJourney(ctx: Context, input: unknown): Promise<Created> {
  allow(ctx, 'journey.write')
  const { name, stages: names, timeZone } = NewJourney.parse(input)
  const plan = { name, timeZone, stages: names.map((stage) => ({ name: stage, touchpoints: [] })) }
  return inWorkspace(ctx, (tx) => insertJourney(tx, ctx, plan))
}
