import { z } from 'zod'
import { stages, touchpoints } from '#db/schema/journeys'
import type { Context } from '#lib/context'
import { fault, invalid } from '#lib/errors'
import { allow } from '#lib/permission'
import { readFreeKey } from './draft/places/keys'
import { changeJourney, completeOrder, ofStage, refuseFull, refuseTwin, reposition, restructure, stageIn } from './hold'
import { Key, MOST_STAGES, Name } from './input'

const live = <T extends { archived: boolean }>(all: readonly T[]) => all.filter((one) => !one.archived)

export const NewStage = z.strictObject({ journey: Key, name: Name })

/** Appends a stage with its built-in touchpoint `<stage>.overall`, for answers that know only their stage. */
export async function addStage(ctx: Context, input: unknown): Promise<{ key: string; name: string }> {
  allow(ctx, 'journey.write')
  const { journey: journeyKey, name } = NewStage.parse(input)
  return changeJourney(ctx, journeyKey, async (tx, journey) => {
    refuseTwin(journey.stages, name)
    refuseFull(live(journey.stages).length, MOST_STAGES, 'stages')
    const key = await readFreeKey(tx, ctx, name, 'stage', journey)
    const own = { workspaceId: ctx.workspaceId, journeyId: journey.id }
    await tx.insert(stages).values({ ...own, key, name, position: journey.stages.length + 1 })
    await tx.insert(touchpoints).values({ ...own, key: `${key}.overall`, stageKey: key, name: 'Overall', overall: true, position: 0 })
    await restructure(tx, ctx, journey)
    return { key, name }
  })
}

export const RenameStage = z.strictObject({ journey: Key, stage: Key, name: Name })

export async function renameStage(ctx: Context, input: unknown): Promise<{ key: string; name: string }> {
  allow(ctx, 'journey.write')
  const { journey: journeyKey, stage: key, name } = RenameStage.parse(input)
  return changeJourney(ctx, journeyKey, async (tx, journey) => {
    stageIn(journey, key)
    refuseTwin(journey.stages, name, key)
    await tx.update(stages).set({ name }).where(ofStage(ctx, journey, key))
    return { key, name }
  })
}

export const OrderStages = z.strictObject({ journey: Key, order: z.array(Key).max(MOST_STAGES) })

/** `order` names each live stage once; archived ones keep their place behind. */
export async function reorderStages(ctx: Context, input: unknown): Promise<{ order: string[] }> {
  allow(ctx, 'journey.write')
  const { journey: journeyKey, order } = OrderStages.parse(input)
  return changeJourney(ctx, journeyKey, async (tx, journey) => {
    completeOrder(order, live(journey.stages).map((s) => s.key))
    const all = [...order, ...journey.stages.filter((s) => s.archived).map((s) => s.key)]
    await reposition(tx, ctx, journey, 'stages', all)
    return { order }
  })
}

export const StageOf = z.strictObject({ journey: Key, stage: Key })

/** Takes a stage off the map. Its answers stay and can be shown again by restoring it. */
export async function archiveStage(ctx: Context, input: unknown): Promise<{ key: string }> {
  allow(ctx, 'journey.write')
  const { journey: journeyKey, stage: key } = StageOf.parse(input)
  return changeJourney(ctx, journeyKey, async (tx, journey) => {
    stageIn(journey, key)
    const others = live(journey.stages).filter((s) => s.key !== key)
    if (others.length === 0) throw invalid(fault('/stage', 'last_stage', 'A journey keeps at least one stage. Add another one first.'))
    await tx.update(stages).set({ archivedAt: ctx.now() }).where(ofStage(ctx, journey, key))
    return { key }
  })
}

/** Puts an archived stage back, as the last one. */
export async function restoreStage(ctx: Context, input: unknown): Promise<{ key: string }> {
  allow(ctx, 'journey.write')
  const { journey: journeyKey, stage: key } = StageOf.parse(input)
  return changeJourney(ctx, journeyKey, async (tx, journey) => {
    const stage = stageIn(journey, key)
    const merged = journey.touchpoints.find((t) => t.key === `${key}.overall` && !t.overall)
    if (merged) {
      throw invalid(fault('/stage', 'merged', 'This stage was merged with another one, and its answers with it. Put it back in the draft of the map and publish that.'))
    }
    refuseTwin(journey.stages, stage.name, key)
    const others = journey.stages.filter((s) => s.key !== key)
    refuseFull(live(others).length, MOST_STAGES, 'stages')
    await reposition(tx, ctx, journey, 'stages', [...others.map((s) => s.key), key])
    await tx.update(stages).set({ archivedAt: null }).where(ofStage(ctx, journey, key))
    return { key }
  })
}
