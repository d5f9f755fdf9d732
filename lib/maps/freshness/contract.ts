import { z } from 'zod'
import type { Freshness } from './types'

export const FreshnessRow: z.ZodType<Freshness> = z
  .object({
    today: z.iso.date(),
    stages: z.array(z.object({ stage: z.string(), lastOn: z.iso.date().nullable(), days: z.int().nullable(), isStale: z.boolean() })),
    review: z.object({
      everyDays: z.int().nullable(), nextOn: z.iso.date().nullable(), lastOn: z.iso.date().nullable(), staleDays: z.int(),
      days: z.int().nullable(), isDue: z.boolean(),
    }),
  })
  .meta({ id: 'Freshness', description: 'How old the map is, whatever period is asked for: days since the newest answer of each stage, and since the last review. Local dates.' })
