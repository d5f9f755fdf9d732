import { z } from 'zod'
import type { Transitions } from './types'

const amount = z.number().nullable()
const counted = { value: amount, low: amount, high: amount, n: z.int().nullable(), suppressed: z.boolean(), lowN: z.boolean() }

export const TransitionsRow: z.ZodType<Transitions> = z
  .object({
    state: z.enum(['not_counted', 'nobody_named', 'counted']),
    window: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable(),
    steps: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        share: z.object(counted),
        change: z.object({ ...counted, p: amount, q: amount, isClear: z.boolean() }),
      }),
    ),
  })
  .meta({
    id: 'Transitions',
    description:
      'From each stage to the next, over people with an id, all channels and segments. share: percent of those who answered at `from` that also answered at `to` (Wilson). change: the same people\'s emotion index at `to` minus that at `from` (paired t); clear where q <= .05 over all transitions.',
  })
