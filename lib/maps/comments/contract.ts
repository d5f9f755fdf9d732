import { z } from 'zod'
import { ASKED_INSTRUMENTS } from '../asked'
import type { CommentPage, MapComment } from './types'

export const commentShape = {
  id: z.string(),
  text: z.string(),
  score: z.object({ instrument: z.enum(ASKED_INSTRUMENTS), value: z.number() }).nullable(),
  touchpoint: z.object({ key: z.string(), name: z.string() }),
  stage: z.string(),
  channel: z.string().nullable(),
  pinned: z.boolean(),
  occurredAt: z.iso.datetime(),
} satisfies Record<keyof MapComment, z.ZodType>

export const Hidden = z.literal('too_few_answers').nullable()

export const Comments: z.ZodType<Omit<CommentPage, 'nextCursor'>> = z.object({ comments: z.array(z.object(commentShape)), hidden: Hidden }).meta({ id: 'Comments' })
