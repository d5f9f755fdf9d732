import { z } from 'zod'
import { fault, invalid } from '#lib/errors'
import { badText } from '#lib/http/body'
import { asIssue, sentence } from '#lib/sentence'
import { AttributeBag } from './attributes'

/** What a browser remembers of what it showed: the survey, when, and whether it was answered. Nobody can check it. */
const Seen = z.array(z.strictObject({ s: z.uuid().toLowerCase(), at: z.number().min(0).max(8.64e15), a: z.union([z.literal(1), z.literal(0)]).optional() })).max(30)

/** A JSON value within an address. */
export const inJson = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, issues): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        issues.addIssue({ code: 'custom', message: 'This is not valid JSON.', params: { code: 'invalid_json' } })
        return z.NEVER
      }
    })
    .pipe(schema)

export const StateQuery = z
  .strictObject({
    userId: z.string().min(1).max(255).optional(),
    attributes: inJson(AttributeBag).optional(),
    event: z.string().trim().min(1).max(80).optional(),
    url: z.string().min(1).max(4_000).optional(),
    /** Wanted languages, the dearest first, with commas between. */
    lang: z.string().max(200).optional(),
    survey: z.uuid().toLowerCase().optional(),
    form: z.enum(['inline', 'button']).optional(),
    /** Where this one place on the page belongs, instead of the survey's own touchpoint. */
    touchpoint: z.string().min(1).max(160).optional(),
    seen: inJson(Seen).optional(),
    /** Drawn once by a browser (one number of a thousand) and kept there: which share of people it is in while nobody is known. */
    seed: z.string().min(1).max(64).optional(),
  })
  .check(({ value, issues }) => {
    for (const name of ['form', 'touchpoint'] as const) {
      if (value[name] === undefined || value.survey !== undefined) continue
      issues.push({ code: 'custom', path: ['survey'], ...asIssue(sentence('Name the survey that "{name}" is about.', { name }), 'required'), input: value })
    }
  })

export type StateQuery = z.infer<typeof StateQuery>

const MOST_BYTES = 8 * 1024

/** The question as it stands in an address: at most 8 kB, each name once, no text that nothing could store. */
export function readStateQuery(search: URLSearchParams): StateQuery {
  if (search.toString().length > MOST_BYTES) {
    throw invalid(fault('', 'too_big', 'The address may hold at most 8,192 bytes of question.'))
  }
  for (const name of new Set(search.keys())) {
    if (search.getAll(name).length > 1) throw invalid(fault(`/${name.slice(0, 60)}`, 'repeated', 'Say "{name}" once.', { name: name.slice(0, 60) }))
  }
  const query = StateQuery.parse(Object.fromEntries(search))
  const bad = badText(query, [])
  if (bad) throw invalid(bad)
  return query
}
