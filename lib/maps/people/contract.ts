import { z } from 'zod'
import type { Operation } from '#lib/http/openapi'
import { commentShape } from '../comments/contract'
import { PeopleInput } from './list'
import type { PeoplePage } from './types'

const { score, touchpoint, channel, occurredAt } = commentShape

const People: z.ZodType<Omit<PeoplePage, 'nextCursor'>> = z
  .object({
    people: z.array(z.object({ response: z.uuid(), person: z.string(), score, touchpoint, channel, occurredAt })),
    why: z.enum(['too_few_answers', 'anonymous', 'nobody_named']).nullable(),
  })
  .meta({ id: 'AnsweredBy', description: '`why`: why nobody is listed.' })

export const PEOPLE_OPERATIONS: readonly Operation[] = [
  { method: 'GET', path: '/api/v1/management/journeys/{journey}/people', summary: 'List who answered at a stage or touchpoint, the newest first', scope: 'read', query: PeopleInput.omit({ journey: true }), answers: { 200: 'A page of answers that came with the id of a person.' }, data: People, isPaged: true },
]
