import { z } from 'zod'
import type { Operation } from '#lib/http/openapi'
import { FIELDS } from '#lib/journeys/personas/definition'
import type { PersonaBook } from '#lib/journeys/personas/read'
import { RulesSchema, SavePersonas, TryPersonas } from '#lib/journeys/personas/schema'
import type { PersonaPreview } from './preview'

const Book: z.ZodType<PersonaBook> = z
  .object({
    personas: z.array(z.object({ key: z.string(), name: z.string(), description: z.string().nullable(), rules: RulesSchema })),
    revision: z.string(),
    ready: z.boolean(),
    recounted: z.int(),
  })
  .meta({
    id: 'Personas',
    description: 'In order: a response belongs to the first whose rules it fits (all conditions of any group), else to `unmatched`. `ready` once older answers are counted by them too: until then no number is shown by them.',
  })

const count = z.int().nullable()
const seen = z.array(z.object({ field: z.enum(FIELDS), name: z.string().optional(), n: count, distinct: z.int(), values: z.array(z.object({ value: z.string(), n: count })) }))

const Preview: z.ZodType<PersonaPreview> = z
  .object({
    looked: z.int(),
    personas: z.array(z.object({ fits: count, n: count })),
    unmatched: count,
    seen,
    left: seen,
  })
  .meta({
    id: 'PersonaPreview',
    description: 'How the newest responses would fall: `fits` whatever comes before, `n` being in none before. `seen`: what rules can ask about, `left`: what those of no persona say; `distinct` values each, the most frequent ones named. A count is null where it is of a few people only.',
  })

const PERSONAS = '/api/v1/management/journeys/{journey}/personas'

export const PERSONA_OPERATIONS: readonly Operation[] = [
  { method: 'GET', path: PERSONAS, summary: 'Read the personas of a journey with their rules', scope: 'read', answers: { 200: 'The personas in their order.' }, data: Book },
  { method: 'PUT', path: PERSONAS, summary: 'Replace the personas of a journey, the whole list in its order', scope: 'write', body: SavePersonas.omit({ journey: true }), answers: { 200: 'New answers belong to them. Older ones follow, and then it is `ready`.' }, data: Book, errors: ['conflict'] },
  { method: 'POST', path: `${PERSONAS}/preview`, summary: 'See how the newest responses would fall before rules are saved', scope: 'write', body: TryPersonas.omit({ journey: true }), answers: { 200: 'What they would do. Nothing is stored.' }, data: Preview },
]
