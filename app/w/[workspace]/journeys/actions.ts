'use server'

import { action } from '#lib/auth/action'
import { JourneyOf, restoreJourney } from '#lib/journeys/edit'
import { StartJourney, startJourney } from '#lib/surveys/start'

export const start = action(StartJourney, (ctx, input) => startJourney(ctx, input))

export const restore = action(JourneyOf, (ctx, input) => restoreJourney(ctx, input))
