import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { rows } from '#db/rows'
import { lanePreferences } from '#db/schema/maps'
import { type Context, inWorkspace } from '#lib/context'
import { allow } from '#lib/permission'
import { findJourney } from './find'
import { Key } from './input'

/** Lanes by name, in order. Which names there are is the page's business: one that it does not know it leaves out. */
const Lanes = z.array(z.strictObject({ id: z.string().max(40), folded: z.boolean() })).max(40)
export type Lanes = z.output<typeof Lanes>

/** How somebody arranged the lanes of a map; empty where they never did, and for whoever is no person. */
export async function readLanePreferences(ctx: Context, input: unknown): Promise<Lanes> {
  allow(ctx, 'journey.read')
  const { journey: key } = z.strictObject({ journey: Key }).parse(input)
  const { actor } = ctx
  if (actor.kind !== 'user') return []
  return inWorkspace(ctx, async (tx) => {
    const [row] = await rows<{ lanes: unknown }>(tx, sql`
      select p.lanes
      from lane_preferences p
      join journeys j on j.workspace_id = p.workspace_id and j.id = p.journey_id
      where p.workspace_id = ${ctx.workspaceId} and p.user_id = ${actor.userId} and j.key = ${key}`)
    return Lanes.catch([]).parse(row?.lanes ?? [])
  })
}

export const SaveLanes = z.strictObject({ journey: Key, lanes: Lanes })

/** Remembers how a person arranged the lanes of a map, for them alone. */
export async function saveLanePreferences(ctx: Context, input: unknown): Promise<Lanes> {
  allow(ctx, 'journey.read')
  const { journey: key, lanes } = SaveLanes.parse(input)
  const { actor } = ctx
  if (actor.kind !== 'user') return lanes
  await inWorkspace(ctx, async (tx) => {
    const { id: journeyId } = await findJourney(tx, ctx, key)
    const row = { workspaceId: ctx.workspaceId, userId: actor.userId, journeyId, lanes }
    await tx
      .insert(lanePreferences)
      .values(row)
      .onConflictDoUpdate({ target: [lanePreferences.workspaceId, lanePreferences.userId, lanePreferences.journeyId], set: { lanes } })
  })
  return lanes
}
