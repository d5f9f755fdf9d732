import { z } from 'zod'
import type { Operation } from '#lib/http/openapi'
import { type Gap, GAP_KINDS, type Gaps } from './types'

export const GapRow: z.ZodType<Gap> = z
  .object({ stage: z.string(), kind: z.enum(GAP_KINDS), days: z.int().nullable(), survey: z.uuid().nullable() })
  .meta({
    id: 'Gap',
    description: 'What a stage lacks. For `answers`: days since the last one (null: never one) and a live survey that asks there. A campaign that runs or is planned fills its stages.',
  })

const Found: z.ZodType<Gaps> = z
  .object({
    journey: z.object({ key: z.string(), name: z.string() }),
    staleDays: z.int(),
    stages: z.array(z.object({ key: z.string(), name: z.string() })),
    gaps: z.array(GapRow),
  })
  .meta({ id: 'Gaps' })

export const GAP_OPERATIONS: readonly Operation[] = [
  { method: 'GET', path: '/api/v1/management/journeys/{journey}/gaps', summary: 'Read what the stages of the published map lack', scope: 'read', answers: { 200: 'The gaps, stage by stage.' }, data: Found },
]
