'use server'

import { action } from '#lib/auth/action'
import * as ending from '#lib/people/end-batch'
import { BatchOf } from '#lib/people/invitation-list'

export const endBatch = action(BatchOf, (ctx, input) => ending.endBatch(ctx, input))
