'use server'

import { action } from '#lib/auth/action'
import * as outcomes from '#lib/journeys/outcome'

export const setOutcome = action(outcomes.SetOutcome, outcomes.setOutcome)
