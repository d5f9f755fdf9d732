'use server'

import { z } from 'zod'
import { changeDraft } from '#lib/journeys/draft/change'
import { restoreVersion } from '#lib/maps/versions/restore'
import { action } from '../../../../../_refusals/action'

/** The verbs parse what they are given; the page needs no more of the draft than the way back. */
const Given = z.looseObject({ journey: z.string() })

export const makeDraft = action(Given, async (ctx, input) => ({ undo: (await restoreVersion(ctx, input)).undo }))
export const takeBack = action(Given, async (ctx, input) => ({ undo: (await changeDraft(ctx, input)).undo }))
