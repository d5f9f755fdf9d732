import { z } from 'zod'
import type { Operation } from '#lib/http/openapi'
import type { Difference } from './verify'

const Differing: z.ZodType<Difference> = z.object({
  journey: z.string(), table: z.string(), cell: z.string(), stored: z.string().nullable(), recounted: z.string().nullable(),
})

export const ROLLUP_OPERATIONS: readonly Operation[] = [
  { method: 'GET', path: '/api/v1/management/verify', summary: 'Recount every journey from its answers and compare', scope: 'write', answers: { 200: 'The journeys looked at, and the cells that differ: there should be none.' }, data: z.object({ journeys: z.int(), differences: z.array(Differing) }) },
]
