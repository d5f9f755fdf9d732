import { z } from 'zod'

const column = z.string().min(1).max(200)
const attribute = z.string().min(1).max(60)

const OFF = ['false', '0']
const isOn = z.union([z.boolean(), z.enum(['', 'true', '1', ...OFF]).transform((text) => !OFF.includes(text))])

const names = z
  .union([z.string().transform((text) => text.split(',')), z.array(z.string())])
  .transform((list) => list.map((name) => name.trim()).filter((name) => name !== ''))
  .pipe(z.array(z.string().max(120)).max(20, 'at most 20 stages').refine((list) => new Set(list).size === list.length, 'names a stage twice'))

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
    attribute: z.union([attribute.transform((one) => [one]), z.array(attribute)]).pipe(z.array(attribute).max(50)).default([]),
    id: column.optional(),
  })
  .superRefine((flags, check) => {
    const say = (path: string, message: string) =>
      check.addIssue({ code: 'custom', path: [path], message, params: { code: 'required' } })
    if (!flags.stage && !flags.touchpoint) say('stage', 'Say with stage or touchpoint which column holds the place of an answer.')
    if (!SCORES.some((score) => flags[score]) && !flags.comment) {
      say('nps', 'Name at least one column with answers: nps, csat, ces, sentiment or comment.')
    }
    if (flags['at-format'] && !flags.at) say('at', 'at-format needs the column that holds the time: at.')
  })

export type Flags = z.infer<typeof Flags>

export const SCORES = ['nps', 'csat', 'ces', 'sentiment'] as const

const COLUMNS = ['stage', 'touchpoint', 'at', ...SCORES, 'comment', 'channel', 'person', 'id'] as const

/** Every column that the flags name, with the flag that names it. */
export const namedColumns = (flags: Flags): { flag: string; column: string }[] => [
  ...COLUMNS.flatMap((flag) => (flags[flag] === undefined ? [] : [{ flag, column: flags[flag] }])),
  ...flags.attribute.map((named) => ({ flag: 'attribute', column: named })),
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
  for (const key of ['at-default', 'at-format'] as const) if (flags[key] !== undefined) query.set(key, flags[key])
  for (const { flag, column: named } of namedColumns(flags)) query.append(flag, named)
  return query
}
