'use server'

import { importJourney, ImportJourney } from '#lib/imports/journey/import'
import { action } from '../../../../../_refusals/action'

export const bring = action(ImportJourney, (ctx, input) => importJourney(ctx, input))
