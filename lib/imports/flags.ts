import { z } from 'zod'
import { asIssue, type Sentence, sentence } from '#lib/sentence'
import { AnswerFlag, namedAnswers, SCORES } from './answer-flag'

const column = z.string().min(1).max(200)
const attribute = z.string().min(1).max(60)

const OFF = ['false', '0']
const isOn = z.union([z.boolean(), z.enum(['', 'true', '1', ...OFF]).transform((text) => !OFF.includes(text))])

const names = z
  .union([z.string().transform((text) => text.split(',')), z.array(z.string())])
  .transform((list) => list.map((name) => name.trim()).filter((name) => name !== ''))
  .pipe(z.array(z.string().max(120)).max(20, 'at most 20 stages').refine((list) => new Set(list).size === list.length, 'names a stage twice'))

/** A flag that may be repeated: one of it or several. */
const several = (one: z.ZodString, most: number) =>
  z
    .union([z.string().transform((value) => [value]), z.array(z.string())])
    .pipe(z.array(one).max(most))
    .default([])

const MOST_ATTRIBUTES = 50

/** What to make of a file's columns: one schema for the command line, the query of POST …/imports and the page. */
export const Flags = z
  .strictObject({
    journey: z.string().trim().min(1, 'name the journey').max(120),
    create: isOn.default(false),
    stages: names.default([]),
    stage: column.optional(),
    touchpoint: column.optional(),
    at: column.optional(),
    'at-default': z.string().max(60).optional(),
    'at-format': z.string().min(1).max(60).optional(),
    nps: column.optional(),
    csat: column.optional(),
    ces: column.optional(),
    sentiment: column.optional(),
    comment: column.optional(),
    channel: column.optional(),
    person: column.optional(),
    attribute: several(attribute, MOST_ATTRIBUTES),
    id: column.optional(),
    answer: several(AnswerFlag, 50),
    'ignore-value': several(z.string().trim().min(1).max(200), 20),
    outcome: attribute.optional(),
    'outcome-positive': z.string().trim().min(1).max(500).optional(),
  })
  .superRefine((flags, check) => {
    const say = (path: string, said: Sentence) => check.addIssue({ code: 'custom', path: [path], ...asIssue(said, 'required') })
    const isAsked = SCORES.some((score) => flags[score]) || flags.comment !== undefined
    const hasOwn = flags.answer.length > 0
    if (!flags.stage && !flags.touchpoint && (isAsked || !hasOwn)) {
      say('stage', sentence('Say with stage or touchpoint which column holds the place of an answer.'))
    }
    if (!isAsked && !hasOwn) say('nps', sentence('Name at least one column with answers: nps, csat, ces, sentiment, comment or answer.'))
    if (flags.outcome && !flags['outcome-positive']) say('outcome-positive', sentence('outcome needs the value that counts as positive: outcome-positive.'))
    if (flags['outcome-positive'] && !flags.outcome) say('outcome', sentence('outcome-positive needs the column that holds the outcome: outcome.'))
    if (attributeColumns(flags).length > MOST_ATTRIBUTES) say('attribute', sentence('At most {most} attributes, the outcome among them.', { most: MOST_ATTRIBUTES }))
    if (flags['at-format'] && !flags.at) say('at', sentence('at-format needs the column that holds the time: at.'))
  })

export type Flags = z.infer<typeof Flags>

const COLUMNS = ['stage', 'touchpoint', 'at', ...SCORES, 'comment', 'channel', 'person', 'id', 'outcome'] as const

/** Every column that the flags name, with the flag that names it. */
export const namedColumns = (flags: Flags): { flag: string; column: string }[] => [
  ...COLUMNS.flatMap((flag) => (flags[flag] === undefined ? [] : [{ flag, column: flags[flag] }])),
  ...flags.attribute.map((named) => ({ flag: 'attribute', column: named })),
  ...namedAnswers(flags).map(({ column: named }) => ({ flag: 'answer', column: named })),
]

/** The columns kept with a response under their own names; the outcome is one of them. */
export const attributeColumns = ({ attribute: named, outcome }: { attribute: readonly string[]; outcome?: string | undefined }): string[] => [
  ...new Set(outcome === undefined ? named : [...named, outcome]),
]

/** The flags as they stand in an address: `?journey=shop&create&attribute=plan&attribute=region`. */
export function flagsFromQuery(query: URLSearchParams): Record<string, unknown> {
  const given: Record<string, unknown> = {}
  for (const key of new Set(query.keys())) {
    const values = query.getAll(key)
    given[key] = values.length === 1 ? values[0] : values
  }
  return given
}

export function flagsToQuery(flags: Flags): URLSearchParams {
  const query = new URLSearchParams({ journey: flags.journey })
  if (flags.create) query.set('create', 'true')
  if (flags.stages.length > 0) query.set('stages', flags.stages.join(','))
  for (const key of [...COLUMNS, 'at-default', 'at-format', 'outcome-positive'] as const) {
    if (flags[key] !== undefined) query.set(key, flags[key])
  }
  for (const key of ['attribute', 'answer', 'ignore-value'] as const) for (const value of flags[key]) query.append(key, value)
  return query
}
