'use server'

import { JourneyOf, restoreJourney } from '#lib/journeys/edit'
import { StartJourney, startJourney } from '#lib/surveys/start'
import { action } from '../../../_refusals/action'
import { readVoice } from '../../../_refusals/refusal'
import { readLanguage } from '../../../_words/server'

export const start = action(StartJourney, async (ctx, input) => startJourney(ctx, input, await readVoice(), await readLanguage()))

export const restore = action(JourneyOf, (ctx, input) => restoreJourney(ctx, input))
