'use server'

import { z } from 'zod'
import { declareDimension, DimensionOf, removeDimension } from '#lib/collect/dimensions/declare'
import { savePersonas } from '#lib/collect/personas/save'
import { previewPersonas } from '#lib/collect/personas/preview'
import { action } from '../../../../../_refusals/action'

/** The verbs parse what they are given. */
const Given = z.looseObject({ journey: z.string() })

export const save = action(Given, (ctx, input) => savePersonas(ctx, input))
export const tryOut = action(Given, (ctx, input) => previewPersonas(ctx, input))

/** The verb says what is wrong with a name. */
export const declare = action(z.strictObject({ journey: z.string(), name: z.string() }), (ctx, input) => declareDimension(ctx, input))
export const withdraw = action(DimensionOf, (ctx, input) => removeDimension(ctx, input))
