'use server'

import * as outcomes from '#lib/journeys/outcome'
import { action } from '../../../../../_refusals/action'

export const setOutcome = action(outcomes.SetOutcome, outcomes.setOutcome)
