'use server'

import { z } from 'zod'
import { action } from '#lib/auth/action'
import { moveTouchpoint } from '#lib/collect/move'
import type { Context } from '#lib/context'
import { archiveJourney, JourneyOf, RenameJourney, renameJourney as renamed } from '#lib/journeys/edit'
import { type ReadJourney, readJourney } from '#lib/journeys/read'
import * as stages from '#lib/journeys/stages'
import * as touchpoints from '#lib/journeys/touchpoints'

type Verb<S extends z.ZodType> = (ctx: Context, input: z.output<S>) => Promise<unknown>

/** Every change answers with the whole journey, so that the board always ends where the database is. */
const change = <S extends z.ZodType<{ journey: string }>>(schema: S, verb: Verb<S>) =>
  action(schema, async (ctx, input): Promise<ReadJourney> => {
    await verb(ctx, input)
    return readJourney(ctx, { journey: input.journey })
  })

export const reload = action(JourneyOf, (ctx, input) => readJourney(ctx, input))

export const renameJourney = change(RenameJourney, renamed)
export const removeJourney = action(JourneyOf, (ctx, input) => archiveJourney(ctx, input))

export const addStage = change(stages.NewStage, stages.addStage)
export const renameStage = change(stages.RenameStage, stages.renameStage)
export const orderStages = change(stages.OrderStages, stages.reorderStages)
export const archiveStage = change(stages.StageOf, stages.archiveStage)

const Order = z.array(z.string()).max(200).optional()

/** Back on the map: at the end, or where it was if its old order is known. */
export const restoreStage = change(stages.StageOf.extend({ order: Order }), async (ctx, { order, ...stage }) => {
  await stages.restoreStage(ctx, stage)
  if (order) await stages.reorderStages(ctx, { journey: stage.journey, order })
})

export const addTouchpoint = change(touchpoints.NewTouchpoint, touchpoints.addTouchpoint)
export const editTouchpoint = change(touchpoints.EditTouchpoint, touchpoints.renameTouchpoint)
export const orderTouchpoints = change(touchpoints.OrderTouchpoints, touchpoints.reorderTouchpoints)
export const archiveTouchpoint = change(touchpoints.TouchpointOf, touchpoints.archiveTouchpoint)

const InStage = touchpoints.TouchpointOf.extend({ stage: z.string(), order: Order })

export const restoreTouchpoint = change(InStage, async (ctx, { stage, order, ...touchpoint }) => {
  await touchpoints.restoreTouchpoint(ctx, touchpoint)
  if (order) await touchpoints.reorderTouchpoints(ctx, { journey: touchpoint.journey, stage, order })
})

/** To another stage, with its history, at its place among the touchpoints there. */
export const moveToStage = change(InStage, async (ctx, { stage, order, ...touchpoint }) => {
  await moveTouchpoint(ctx, { ...touchpoint, toStage: stage })
  if (order) await touchpoints.reorderTouchpoints(ctx, { journey: touchpoint.journey, stage, order })
})
