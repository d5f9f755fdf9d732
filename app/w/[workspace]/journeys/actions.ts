'use server'

import { JourneyOf, restoreJourney } from '#lib/journeys/edit'
import { StartJourney, startJourney } from '#lib/surveys/start'
import { action } from '../../../_refusals/action'

export const start = action(StartJourney, (ctx, input) => startJourney(ctx, input))

export const restore = action(JourneyOf, (ctx, input) => restoreJourney(ctx, input))
