import { z } from 'zod'
import type { Rate } from '#lib/stats/reach'
import type { Reach } from './types'

const amount = z.number().nullable()

const RateRow: z.ZodType<Rate> = z
  .object({
    metric: z.enum(['response_rate', 'drop_off', 'conversion']),
    value: amount, low: amount, high: amount, n: z.int().nullable(), suppressed: z.boolean(), lowN: z.boolean(),
    reason: z.enum(['more_than_base', 'not_told']).nullable(),
  })
  .meta({
    id: 'Rate',
    description:
      'Percent, unrounded, with a 95 % interval; n is what it is a share of: exposed, and for the drop-off started. Nobody there: value null and n 0. More out than in, or no such event reported at all: value null and a reason.',
  })

export const ReachRow: z.ZodType<Reach> = z
  .object({
    stage: z.string(), touchpoint: z.string().nullable(), exposed: z.int().nullable(),
    responseRate: RateRow, dropOff: RateRow, conversion: RateRow,
  })
  .meta({
    id: 'Reach',
    description:
      'How often surveys were put before somebody here (touchpoint null: in the whole stage), and what came of it: completed of exposed, not completed of started, converted of exposed.',
  })
