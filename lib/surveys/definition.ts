import { z } from 'zod'
import { asIssue } from '#lib/sentence'
import { INSTRUMENTS } from '#lib/widget/scale'
import { conditionFaults, optionFaults } from './coherence'
import { Access, Look, Privacy, Protection, Rules, Window } from './settings-schema'
import { Id, Language, line, WebAddress } from './text'
import { Translation, translationFaults } from './translation'

/** Asks this question only where an earlier one was answered so: a score within the range, or one of what was chosen. */
const Condition = z.strictObject({
  question: Id,
  from: z.number().optional(),
  to: z.number().optional(),
  chosen: z.array(Id).min(1).max(30).optional(),
})

export const Question = z.strictObject({
  id: Id,
  instrument: z.enum(INSTRUMENTS),
  text: line(500),
  hint: line(300).optional(),
  low: line(60).optional(),
  high: line(60).optional(),
  required: z.boolean(),
  touchpoint: z.string().min(1).max(160).optional(),
  reversed: z.boolean().optional(),
  /** What can be chosen, of choice and choices. */
  options: z.array(z.strictObject({ id: Id, label: line(120) })).min(2).max(30).optional(),
  /** How many may be chosen at most, of choices and emotions; without it any number. */
  most: z.int().min(1).max(30).optional(),
  /** The options in another order for each person; emotion words always are. */
  shuffle: z.boolean().optional(),
  when: Condition.optional(),
})

export type Question = z.infer<typeof Question>

/** Instruments whose answers are scores and so count on the map. */
export type Scored = 'nps' | 'csat' | 'ces' | 'sentiment'

/** What a survey asks, in the words that the person sees, and whom, how and how often. What is left out is as settings.ts says. */
export const Definition = z
  .strictObject({
    title: line(120),
    company: line(120),
    /** The language of all texts here; `translations` are of the same texts. */
    language: Language,
    questions: z
      .array(Question)
      .min(1)
      .max(30)
      .refine((qs) => new Set(qs.map((q) => q.id)).size === qs.length, 'each question needs an id of its own'),
    thanks: z.strictObject({
      title: line(120),
      text: z.string().trim().max(500),
      link: z.strictObject({ label: line(60), url: WebAddress }).optional(),
    }),
    translations: z.partialRecord(Language, Translation).optional(),
    look: Look.optional(),
    window: Window.optional(),
    privacy: Privacy.optional(),
    access: Access.optional(),
    rules: Rules.optional(),
    protection: Protection.optional(),
  })
  .check((ctx) => {
    for (const { path, ...said } of [...optionFaults(ctx.value), ...conditionFaults(ctx.value), ...translationFaults(ctx.value)]) {
      ctx.issues.push({ code: 'custom', path, ...asIssue(said), input: ctx.value })
    }
  })

export type Definition = z.infer<typeof Definition>

