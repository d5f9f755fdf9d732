import { z } from 'zod'
import { AttributeBag } from '#lib/people/asking/attributes'
import { MOST_TEXT } from '#lib/widget/scale'

const key = z.string().min(1).max(80)
const label = z.string().min(1).max(120)

const value = z.union([z.number(), z.string().max(MOST_TEXT.comment), z.boolean(), z.array(z.string().max(40)).max(30)], {
  error: 'an answer is a number, a text, true or false, or a list of what was chosen; null is no answer: leave the key out',
})

/** What speaks for a person at the other end: the view token that came with the questions, the computing asked for, and a field that nobody sees. */
const Proof = z.strictObject({ view: z.string().max(200).optional(), work: z.string().max(40).optional(), trap: z.string().max(500).optional() })

/** The body of the client API, as it comes in. What it says about questions and places is checked against the survey later. */
export const Submission = z.strictObject({
  // Compared as text later on: one id has one spelling.
  submissionId: z.uuid().toLowerCase(),
  surveyId: z.uuid().toLowerCase(),
  data: z
    .record(z.string().min(1).max(40), value)
    .refine((d) => Object.keys(d).length <= 60, 'may have at most 60 answers'),
  finished: z.boolean().default(true),
  revision: z.int().min(0).max(1_000_000).default(0),
  journey: key.optional(),
  stage: key.optional(),
  touchpoint: z.string().min(1).max(160).optional(),
  channel: z.string().trim().min(1).max(40).optional(),
  variant: label.optional(),
  campaign: label.optional(),
  language: z.string().min(2).max(35).optional(),
  userId: z.string().min(1).max(255).optional(),
  occurredAt: z.iso.datetime({ offset: true }).optional(),
  /** Of the display that led to it, as it was reported to `displays`. */
  displayId: z.uuid().toLowerCase().optional(),
  /** Of a personal link. */
  token: z.string().min(1).max(200).optional(),
  proof: Proof.optional(),
  attributes: AttributeBag.optional(),
  hiddenFields: AttributeBag.optional(),
  meta: AttributeBag.optional(),
})

export type Submission = z.infer<typeof Submission>

export const SOURCES = ['survey', 'staff', 'social', 'import', 'import-estimate'] as const
export type Source = (typeof SOURCES)[number]

/** The page that a request comes from (null: none was named, as by a server), and the address that it comes from. */
export type Sender = { page: string | null; address: string }

/** What the outside cannot say: where it came from, and whether its time may be any (imports) or must be recent (public). */
export type Origin = { source: Source; occurredAt: 'recent' | 'any'; sender?: Sender }

export const PUBLIC: Origin = { source: 'survey', occurredAt: 'recent' }
