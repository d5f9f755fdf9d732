import { z } from 'zod'
import type { Operation } from '#lib/http/openapi'
import { Figure } from '../contract'
import { OutcomeRow } from '../pain/contract'
import { type Drivers, DriversInput } from './read-drivers'

const ratio = z.number().nullable()

const Driver = z.object({
  key: z.string(),
  name: z.string(),
  stage: z.string(),
  r: ratio,
  low: ratio,
  high: ratio,
  n: z.int().nullable(),
  suppressed: z.boolean(),
  lowN: z.boolean(),
  spearman: ratio,
  weight: ratio,
  performance: Figure,
  quadrant: z.enum(['fix', 'keep', 'watch', 'over']).nullable(),
})

const Found: z.ZodType<Drivers> = z
  .object({
    journey: z.object({ key: z.string(), name: z.string() }),
    by: z.enum(['stage', 'touchpoint']),
    outcome: OutcomeRow,
    window: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable(),
    countedAt: z.iso.datetime().nullable(),
    state: z.enum(['none', 'waiting', 'running', 'done', 'failed']),
    progress: z.object({ done: z.int(), of: z.int() }).nullable(),
    minPairs: z.int(),
    drivers: z.array(Driver),
    lines: z.object({ importance: z.number(), performance: z.number() }).nullable(),
    johnson: z.object({ r2: z.number(), cases: z.int(), places: z.array(z.string()) }).nullable(),
    note: z.string(),
  })
  .meta({
    id: 'Drivers',
    description: 'Pearson\'s r of each place with the outcome, -1 to 1, null below `minPairs` people; the strongest first. Counted by a job: while `state` is waiting or running, an older result is shown or none.',
  })

export const DRIVER_OPERATIONS: readonly Operation[] = [
  { method: 'GET', path: '/api/v1/management/journeys/{journey}/drivers', summary: 'Read how each stage or touchpoint goes together with the outcome', scope: 'read', query: DriversInput.omit({ journey: true }), answers: { 200: 'The drivers.' }, data: Found },
]
