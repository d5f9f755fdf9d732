import { z } from 'zod'
import { touchpoints } from '#db/schema/journeys'
import type { Context } from '#lib/context'
import { fault, invalid } from '#lib/errors'
import { changeJourney, checkStage, ofTouchpoint, refuseTwin, reposition, restructure, touchpointIn } from '#lib/journeys/hold'
import { Key, TouchpointKey } from '#lib/journeys/input'
import { allow } from '#lib/permission'
import { wake } from '#lib/queue'
import { askRecount } from './recount'

export const Move = z.strictObject({
  journey: Key,
  touchpoint: TouchpointKey,
  toStage: Key,
  /** Where in the stage, counted from 1 without what is archived; without it, last. */
  position: z.int().min(1).max(1000).optional(),
})

/**
 * Move a touchpoint to another stage; its history goes along. New answers count there at once, a job brings over the old ones
 * in small transactions, and at no moment do the tallies disagree with the structure that each response was counted under.
 */
export async function moveTouchpoint(ctx: Context, input: unknown): Promise<{ journey: string; touchpoint: string; stage: string }> {
  allow(ctx, 'journey.write')
  const { journey: journeyKey, touchpoint: key, toStage, position = 1000 } = Move.parse(input)
  await changeJourney(ctx, journeyKey, async (tx, journey) => {
    const touchpoint = touchpointIn(journey, key)
    checkStage(journey, toStage)
    if (touchpoint.overall) throw invalid(fault('/touchpoint', 'built_in', 'The overall touchpoint belongs to its stage and stays there.'))
    const there = journey.touchpoints.filter((t) => t.stageKey === toStage && !t.overall && t.key !== key)
    refuseTwin(there, touchpoint.name)
    const order = there.filter((t) => !t.archived).map((t) => t.key)
    order.splice(position - 1, 0, key)
    await tx.update(touchpoints).set({ stageKey: toStage }).where(ofTouchpoint(ctx, journey, key))
    await reposition(tx, ctx, journey, 'touchpoints', [...order, ...there.filter((t) => t.archived).map((t) => t.key)])
    if (touchpoint.stageKey === toStage) return
    await restructure(tx, ctx, journey)
    await askRecount(tx, ctx, { journeyId: journey.id, touchpoints: [key] })
  })
  wake()
  return { journey: journeyKey, touchpoint: key, stage: toStage }
}
