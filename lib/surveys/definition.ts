import { z } from 'zod'

const line = (max: number) => z.string().trim().min(1).max(max)

export const Question = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'small letters, digits, - and _, at most 40'),
  instrument: z.enum(['nps', 'csat', 'ces', 'sentiment', 'comment']),
  text: line(500),
  hint: line(300).optional(),
  low: line(60).optional(),
  high: line(60).optional(),
  required: z.boolean(),
  touchpoint: z.string().min(1).max(160).optional(),
  reversed: z.boolean().optional(),
})

export type Question = z.infer<typeof Question>

/** What a survey asks, in the words that the person sees. */
export const Definition = z.strictObject({
  title: line(120),
  company: line(120),
  language: z.enum(['en']),
  questions: z
    .array(Question)
    .min(1)
    .max(30)
    .refine((qs) => new Set(qs.map((q) => q.id)).size === qs.length, 'each question needs an id of its own'),
  thanks: z.strictObject({ title: line(120), text: z.string().trim().max(500) }),
})

export type Definition = z.infer<typeof Definition>
