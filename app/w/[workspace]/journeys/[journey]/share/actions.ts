'use server'

import { ReviewOf } from '#lib/journeys/review/read'
import { markReviewed as reviewed, renewCalendar as renewed, SetReview, setReview as planned } from '#lib/journeys/review/write'
import { createShare as created, NewShare, revokeShare as revoked, ShareOf } from '#lib/shares/write'
import { action } from '../../../../../_refusals/action'

export const createShare = action(NewShare, (ctx, input) => created(ctx, input))

export const revokeShare = action(ShareOf, (ctx, input) => revoked(ctx, input))

export const setReview = action(SetReview, (ctx, input) => planned(ctx, input))

export const markReviewed = action(ReviewOf, (ctx, input) => reviewed(ctx, input))

export const renewCalendar = action(ReviewOf, (ctx, input) => renewed(ctx, input))
