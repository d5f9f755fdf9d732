'use server'

import { z } from 'zod'
import { addToDraft } from '#lib/journeys/draft/places/add'
import { changeDraft } from '#lib/journeys/draft/change'
import { discardDraft } from '#lib/journeys/draft/discard'
import { mergeStages } from '#lib/journeys/draft/places/merge'
import { readDraft } from '#lib/journeys/draft/read'
import { splitStage } from '#lib/journeys/draft/places/split'
import { archiveJourney, JourneyOf } from '#lib/journeys/edit'
import { publishDraft } from '#lib/maps/versions/publish'
import { action } from '../../../../../_refusals/action'

/** The verbs parse what they are given. */
const Given = z.looseObject({ journey: z.string() })

export const reload = action(Given, (ctx, input) => readDraft(ctx, input))
export const change = action(Given, (ctx, input) => changeDraft(ctx, input))
export const add = action(Given, (ctx, input) => addToDraft(ctx, input))
export const merge = action(Given, (ctx, input) => mergeStages(ctx, input))
export const split = action(Given, (ctx, input) => splitStage(ctx, input))
export const discard = action(Given, (ctx, input) => discardDraft(ctx, input))
export const publish = action(Given, (ctx, input) => publishDraft(ctx, input))
export const removeJourney = action(JourneyOf, (ctx, input) => archiveJourney(ctx, input))
