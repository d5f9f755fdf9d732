import { z } from 'zod'
import type { Belief, Beliefs, TargetGap } from './types'

const index = z.int().min(-100).max(100)

const BeliefRow: z.ZodType<Belief> = z
  .object({
    stage: z.string(),
    touchpoint: z.string().nullable(),
    assumed: index.nullable(),
    verdict: z.enum(['as_assumed', 'better', 'worse', 'too_few', 'assumed_only', 'measured']),
    gap: z.number().nullable(),
  })
  .meta({
    id: 'Belief',
    description:
      'What the team assumed of a place (touchpoint null: the stage itself) beside its emotion index. Inside the 95 % interval: as assumed; the interval above or below: better or worse, and gap is measured minus assumed. Hidden or fewer than 30 answers: too few to say.',
  })

const TargetRow: z.ZodType<TargetGap> = z
  .object({
    stage: z.string(),
    metric: z.enum(['emotion', 'nps', 'csat', 'ces']),
    target: index,
    gap: z.number().nullable(),
    lies: z.enum(['below', 'around', 'above', 'too_few', 'no_answers']),
  })
  .meta({ id: 'TargetGap', description: 'A target of a stage, how far the measured value lies from it, and where its whole 95 % interval lies.' })

export const BeliefsRow: z.ZodType<Beliefs> = z.object({ places: z.array(BeliefRow), targets: z.array(TargetRow) })
