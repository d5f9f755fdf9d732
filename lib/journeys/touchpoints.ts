import { z } from 'zod'
import { touchpoints } from '#db/schema/journeys'
import type { Context } from '#lib/context'
import { fault, invalid } from '#lib/errors'
import { allow } from '#lib/permission'
import { readFreeKey } from './draft/places/keys'
import { changeJourney, checkStage, completeOrder, type Held, ofTouchpoint, refuseFull, refuseTwin, reposition, restructure, touchpointIn } from './hold'
import { Channel, Key, MOST_TOUCHPOINTS, Name, TouchpointKey } from './input'

const live = (all: Held['touchpoints']) => all.filter((t) => !t.archived && !t.overall).length
const inStage = (journey: Held, stage: string) => journey.touchpoints.filter((t) => t.stageKey === stage && !t.overall)

export const NewTouchpoint = z.strictObject({ journey: Key, stage: Key, name: Name, channel: Channel.optional() })

export async function addTouchpoint(ctx: Context, input: unknown): Promise<{ key: string; name: string; channel: string | null }> {
  allow(ctx, 'journey.write')
  const { journey: journeyKey, stage, name, channel = null } = NewTouchpoint.parse(input)
  return changeJourney(ctx, journeyKey, async (tx, journey) => {
    checkStage(journey, stage)
    refuseTwin(inStage(journey, stage), name)
    refuseFull(live(journey.touchpoints), MOST_TOUCHPOINTS, 'touchpoints')
    const key = await readFreeKey(tx, ctx, name, 'touchpoint', journey)
    const place = { workspaceId: ctx.workspaceId, journeyId: journey.id, stageKey: stage }
    await tx.insert(touchpoints).values({ ...place, key, name, channel, overall: false, position: 0 })
    // Positions have gaps where a touchpoint moved away, so the last place is found by order and not by number.
    await reposition(tx, ctx, journey, 'touchpoints', [...inStage(journey, stage).map((t) => t.key), key])
    await restructure(tx, ctx, journey)
    return { key, name, channel }
  })
}

export const EditTouchpoint = z.strictObject({
  journey: Key,
  touchpoint: TouchpointKey,
  name: Name.optional(),
  channel: Channel.nullable().optional(),
})

/** A new name or channel; the key stays, and with it every answer. */
export async function renameTouchpoint(ctx: Context, input: unknown): Promise<{ key: string }> {
  allow(ctx, 'journey.write')
  const { journey: journeyKey, touchpoint: key, ...change } = EditTouchpoint.parse(input)
  return changeJourney(ctx, journeyKey, async (tx, journey) => {
    const touchpoint = touchpointIn(journey, key)
    if (change.name !== undefined) refuseTwin(inStage(journey, touchpoint.stageKey), change.name, key)
    if (Object.keys(change).length > 0) await tx.update(touchpoints).set(change).where(ofTouchpoint(ctx, journey, key))
    return { key }
  })
}

export const OrderTouchpoints = z.strictObject({ journey: Key, stage: Key, order: z.array(TouchpointKey).max(MOST_TOUCHPOINTS) })

/** `order` names each live touchpoint of the stage once, without the built-in overall, which stands first. */
export async function reorderTouchpoints(ctx: Context, input: unknown): Promise<{ order: string[] }> {
  allow(ctx, 'journey.write')
  const { journey: journeyKey, stage, order } = OrderTouchpoints.parse(input)
  return changeJourney(ctx, journeyKey, async (tx, journey) => {
    checkStage(journey, stage)
    const own = inStage(journey, stage)
    completeOrder(order, own.filter((t) => !t.archived).map((t) => t.key))
    const all = [...order, ...own.filter((t) => t.archived).map((t) => t.key)]
    await reposition(tx, ctx, journey, 'touchpoints', all)
    return { order }
  })
}

export const TouchpointOf = z.strictObject({ journey: Key, touchpoint: TouchpointKey })

/** Takes a touchpoint off the map; its answers stay and still count in their stage. */
export async function archiveTouchpoint(ctx: Context, input: unknown): Promise<{ key: string }> {
  allow(ctx, 'journey.write')
  const { journey: journeyKey, touchpoint: key } = TouchpointOf.parse(input)
  return changeJourney(ctx, journeyKey, async (tx, journey) => {
    if (touchpointIn(journey, key).overall) {
      throw invalid(fault('/touchpoint', 'built_in', 'The overall touchpoint belongs to its stage. Archive the stage instead.'))
    }
    await tx.update(touchpoints).set({ archivedAt: ctx.now() }).where(ofTouchpoint(ctx, journey, key))
    return { key }
  })
}

/** Puts an archived touchpoint back, as the last of its stage. */
export async function restoreTouchpoint(ctx: Context, input: unknown): Promise<{ key: string }> {
  allow(ctx, 'journey.write')
  const { journey: journeyKey, touchpoint: key } = TouchpointOf.parse(input)
  return changeJourney(ctx, journeyKey, async (tx, journey) => {
    const touchpoint = touchpointIn(journey, key)
    const others = inStage(journey, touchpoint.stageKey).filter((t) => t.key !== key)
    refuseTwin(others, touchpoint.name)
    refuseFull(live(journey.touchpoints.filter((t) => t.key !== key)), MOST_TOUCHPOINTS, 'touchpoints')
    await reposition(tx, ctx, journey, 'touchpoints', [...others.map((t) => t.key), key])
    await tx.update(touchpoints).set({ archivedAt: null }).where(ofTouchpoint(ctx, journey, key))
    return { key }
  })
}
