'use server'

import { eraseResponse as erase } from '#lib/collect/erase'
import { ResponseOf } from '#lib/collect/results/list'
import * as reviewing from '#lib/collect/review'
import { action } from '../../../../../_refusals/action'

export const reviewResponses = action(reviewing.ReviewResponses, (ctx, input) => reviewing.reviewResponses(ctx, input))
export const eraseResponse = action(ResponseOf, (ctx, input) => erase(ctx, input))
