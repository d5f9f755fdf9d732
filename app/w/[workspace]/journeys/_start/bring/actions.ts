'use server'

import { action } from '#lib/auth/action'
import { importJourney, ImportJourney } from '#lib/imports/journey/import'

export const bring = action(ImportJourney, (ctx, input) => importJourney(ctx, input))
