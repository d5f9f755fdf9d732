import { z } from 'zod'
import type { Measured } from '#lib/stats/measure'
import type { Finding, Findings as Found } from './finding'

const Metric = z.enum(['nps', 'csat_top2_pct', 'csat_mean', 'ces_top3_pct', 'ces_mean', 'ces_net', 'emotion_index', 'sentiment_index', 'text_index'])
const amount = z.number().nullable()

const Figure: z.ZodType<Measured> = z.object({ metric: Metric, value: amount, low: amount, high: amount, n: z.int().nullable(), suppressed: z.boolean(), lowN: z.boolean() })

const Beside = z.object({
  kind: z.enum(['period', 'channel', 'variant', 'segment']),
  from: z.string(),
  to: z.string(),
  filter: z.object({ dimension: z.string(), value: z.string() }).nullable(),
  name: z.string().optional(),
})

const Finding: z.ZodType<Finding> = z.discriminatedUnion('is', [
  z.object({
    is: z.enum(['few', 'none', 'nothing_stands_out', 'no_stage_differs', 'not_final', 'stage_few', 'stage_none', 'nothing_beside', 'few_beside', 'mix_changed', 'blocked', 'no_difference']),
  }),
  z.object({ is: z.literal('unchanged'), beside: Beside }),
  z.object({ is: z.literal('low'), stage: z.string(), hurts: z.boolean(), measured: Figure, lower: z.array(z.object({ stage: z.string(), n: z.int().nullable() })) }),
  z.object({ is: z.literal('changed'), stage: z.string(), metric: Metric, by: z.number(), margin: z.number(), n: z.int(), beside: Beside }),
])

/** Findings that were kept: those of another release may say what this one has no words for. */
export const Findings: z.ZodType<Found> = z.object({ journey: z.array(Finding), stages: z.record(z.string(), Finding) })
