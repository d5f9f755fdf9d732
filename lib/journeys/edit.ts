import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { journeys } from '#db/schema/journeys'
import type { Context } from '#lib/context'
import { allow } from '#lib/permission'
import { changeJourney, type Held } from './hold'
import { Key, Name } from './input'

const set = (tx: Tx, ctx: Context, journey: Held, change: { name: string } | { archivedAt: Date | null }) =>
  tx.update(journeys).set(change).where(and(eq(journeys.workspaceId, ctx.workspaceId), eq(journeys.id, journey.id)))

export const RenameJourney = z.strictObject({ journey: Key, name: Name })
export const JourneyOf = z.strictObject({ journey: Key })

export async function renameJourney(ctx: Context, input: unknown): Promise<{ key: string; name: string }> {
  allow(ctx, 'journey.write')
  const { journey: key, name } = RenameJourney.parse(input)
  await changeJourney(ctx, key, (tx, journey) => set(tx, ctx, journey, { name }))
  return { key, name }
}

/** Takes a journey off the list; nothing of it is lost and its surveys go on. */
export async function archiveJourney(ctx: Context, input: unknown): Promise<{ key: string }> {
  allow(ctx, 'journey.write')
  const { journey: key } = JourneyOf.parse(input)
  await changeJourney(ctx, key, (tx, journey) => set(tx, ctx, journey, { archivedAt: ctx.now() }))
  return { key }
}

export async function restoreJourney(ctx: Context, input: unknown): Promise<{ key: string }> {
  allow(ctx, 'journey.write')
  const { journey: key } = JourneyOf.parse(input)
  await changeJourney(ctx, key, (tx, journey) => set(tx, ctx, journey, { archivedAt: null }))
  return { key }
}
