'use server'

import { z } from 'zod'
import { savePersonas } from '#lib/collect/persona'
import { previewPersonas } from '#lib/collect/persona-preview'
import { action } from '../../../../../_refusals/action'

/** The verbs parse what they are given. */
const Given = z.looseObject({ journey: z.string() })

export const save = action(Given, (ctx, input) => savePersonas(ctx, input))
export const tryOut = action(Given, (ctx, input) => previewPersonas(ctx, input))
