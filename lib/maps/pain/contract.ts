import { z } from 'zod'
import { Outcome } from '#lib/journeys/outcome'
import type { NamedOutcome, Pain, StudyNow } from '../types'

const [byAttribute, byNps] = Outcome.options

export const OutcomeRow: z.ZodType<NamedOutcome> = z.discriminatedUnion('kind', [
  byAttribute,
  byNps.extend({ name: z.string() }),
  z.object({ kind: z.literal('overall_nps') }),
])

const share = z.number().min(0).max(1).nullable()

export const PainRow: z.ZodType<Pain> = z
  .object({
    severity: z.number().nullable(),
    share,
    reach: share,
    reachFrom: z.enum(['events', 'invitations', 'responses']).nullable(),
    impact: share,
    r: z.number().nullable(),
    people: z.int().nullable(),
    persistence: z.int().nullable(),
    rank: z.int().nullable(),
    why: z.array(z.object({ factor: z.enum(['share', 'reach', 'impact']), value: z.number(), median: z.number(), times: z.number().nullable() })),
  })
  .meta({
    id: 'Pain',
    description:
      'severity = 100 share reach impact, 0 to 100; null where hidden or before the journey was studied. Reach and impact are of the last study, over all channels and segments. Persistence: complete months in a row, up to now, that were clearly bad.',
  })

export const StudyRow: z.ZodType<StudyNow> = z.object({
  state: z.enum(['none', 'waiting', 'running', 'done', 'failed']),
  progress: z.object({ done: z.number(), of: z.number() }).nullable(),
  countedAt: z.iso.datetime().nullable(),
  window: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable(),
  outcome: OutcomeRow,
})
