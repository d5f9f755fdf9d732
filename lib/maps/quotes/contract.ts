import { z } from 'zod'
import type { Operation } from '#lib/http/openapi'
import { commentShape, Hidden } from '../comments/contract'
import { MOODS } from '../comments/moods'
import { MOST_PINNED } from './pin'
import { QuotesInput } from './read'
import type { StageQuotes } from './types'

const Quotes: z.ZodType<StageQuotes[]> = z.array(
  z
    .object({ stage: z.string(), hidden: Hidden, quotes: z.array(z.object({ ...commentShape, mood: z.enum(MOODS).nullable() })) })
    .meta({ id: 'StageQuotes', description: 'What was pinned at the stage, of any day; else one happy and one unhappy comment of the period that are typical.' }),
)

const Told = z.object({ quote: z.string(), pinned: z.boolean() })

const ALL = '/api/v1/management/journeys/{journey}/quotes'
const ONE = `${ALL}/{quote}` as const

export const QUOTE_OPERATIONS: readonly Operation[] = [
  { method: 'GET', path: ALL, summary: 'Read what people say at each stage, as the map shows it', scope: 'read', query: QuotesInput.omit({ journey: true }), answers: { 200: 'All stages in order; texts masked for a key without the scope `write`.' }, data: Quotes },
  { method: 'PUT', path: ONE, summary: `Pin a comment to the map, by its id; at most ${MOST_PINNED} at a stage`, scope: 'write', answers: { 200: 'Pinned.' }, data: Told, errors: ['conflict'] },
  { method: 'DELETE', path: ONE, summary: 'Unpin a comment from the map', scope: 'write', answers: { 200: 'Unpinned.' }, data: Told },
]
