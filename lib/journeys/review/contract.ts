import { z } from 'zod'
import type { Operation } from '#lib/http/openapi'
import type { ReadReview } from './read'
import { SetReview } from './write'

const ReviewRow: z.ZodType<ReadReview> = z
  .object({
    everyDays: z.int().nullable(),
    nextOn: z.iso.date().nullable(),
    lastOn: z.iso.date().nullable(),
    staleDays: z.int(),
    days: z.int().nullable(),
    isDue: z.boolean(),
    calendar: z.string().nullable(),
  })
  .meta({
    id: 'Review',
    description: 'When the map is looked at again and when it last was, as local dates; `days` since then. A stage without an answer for `staleDays` is marked. `calendar`: the address that calendars read, for keys with the scope `write`.',
  })

const ONE = '/api/v1/management/journeys/{journey}/review'

export const REVIEW_OPERATIONS: readonly Operation[] = [
  { method: 'GET', path: ONE, summary: 'Read when the map is reviewed', scope: 'read', answers: { 200: 'The review.' }, data: ReviewRow },
  { method: 'PUT', path: ONE, summary: 'Plan the next review, once or every so many days', scope: 'write', body: SetReview.omit({ journey: true }), answers: { 200: 'Planned.' }, data: ReviewRow },
]
