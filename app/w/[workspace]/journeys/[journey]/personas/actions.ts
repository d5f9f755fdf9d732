'use server'

import { z } from 'zod'
import { action } from '#lib/auth/action'
import { savePersonas } from '#lib/collect/persona'
import { previewPersonas } from '#lib/collect/persona-preview'

/** The verbs parse what they are given. */
const Given = z.looseObject({ journey: z.string() })

export const save = action(Given, (ctx, input) => savePersonas(ctx, input))
export const tryOut = action(Given, (ctx, input) => previewPersonas(ctx, input))
