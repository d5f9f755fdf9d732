import { type Sentence, sentence, type Values } from './sentence'

/** Every refusal that the outside may see, with its status and title (the codes of the API's contract). */
export const CODES = {
  invalid_json: [400, 'The body is not valid JSON'],
  validation_failed: [400, 'Something in the request is not right'],
  filter_too_wide: [400, 'This filter reads too many answers'],
  unauthorized: [401, 'Sign in or send a valid API key'],
  forbidden: [403, 'You may not do this'],
  not_found: [404, 'Not found'],
  method_not_allowed: [405, 'This method is not allowed here'],
  survey_closed: [409, 'This survey is closed'],
  conflict: [409, 'This has changed in the meantime'],
  body_too_large: [413, 'The body is too large'],
  idempotency_key_reused: [422, 'This submissionId was used with other content'],
  rate_limited: [429, 'Too many requests'],
  internal: [500, 'Something went wrong on our side'],
  overloaded: [503, 'The service is busy'],
} as const satisfies Record<string, readonly [number, string]>

export type Code = keyof typeof CODES

/** One thing that is wrong: where (JSON pointer into what was sent, '' for the whole), what kind, and a sentence. */
export type Fault = { pointer: string; code: string } & Sentence

export class Problem extends Error {
  readonly code: Code
  readonly status: number
  readonly title: string
  readonly detail: string | undefined
  /** The detail with what it was made of. */
  readonly said: Sentence | undefined
  readonly errors: readonly Fault[]
  readonly headers: Readonly<Record<string, string>>

  constructor(code: Code, detail?: string | Sentence, more: { errors?: readonly Fault[]; headers?: Record<string, string> } = {}) {
    const said = typeof detail === 'string' ? sentence(detail) : detail
    super(said?.message ?? CODES[code][1])
    this.name = 'Problem'
    this.code = code
    this.status = CODES[code][0]
    this.title = CODES[code][1]
    this.detail = said?.message
    this.said = said
    this.errors = more.errors ?? []
    this.headers = more.headers ?? {}
  }
}

export const notFound = (what: string) => new Problem('not_found', sentence('There is no such {what} here.', { what: sentence(what) }))

/** What was asked for, or null where it is not there; any other failure goes on. */
export const ifFound = <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'not_found') return null
    throw error
  })

/** One or more faults as a 400; the detail is the first fault's sentence, so that a plain log line says enough. */
export const invalid = (...errors: [Fault, ...Fault[]]) => new Problem('validation_failed', errors[0], { errors })

/** `said`: a sentence, or the ICU template of one with the values that stand in it. */
export const fault = (pointer: string, code: string, said: string | Sentence, values?: Values): Fault => ({
  pointer,
  code,
  ...(typeof said === 'string' ? sentence(said, values) : said),
})
