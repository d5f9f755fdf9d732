'use server'

import * as ending from '#lib/people/end-batch'
import { BatchOf } from '#lib/people/invitation-list'
import { action } from '../../../../../_refusals/action'

export const endBatch = action(BatchOf, (ctx, input) => ending.endBatch(ctx, input))
