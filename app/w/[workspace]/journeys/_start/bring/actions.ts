'use server'

import { importJourney, ImportJourney } from '#lib/imports/journey/import'
import { action } from '../../../../../_refusals/action'
import { readVoice } from '../../../../../_refusals/refusal'

export const bring = action(ImportJourney, async (ctx, input) => importJourney(ctx, input, await readVoice()))
