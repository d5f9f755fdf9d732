import { createHash } from 'node:crypto'
import { catalogueOf, chosenLanguage, dirOf, LANGUAGES } from '#lib/surveys/words/catalogue'
import type { Messages } from '#lib/surveys/words/types'
import { messagePage } from '#lib/widget/page'
import { PAGE_STYLE } from '#lib/widget/page/style'
import type { Visit } from './visit'

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const OURS = hashOf(PAGE_STYLE)

type Allowed = { script?: string | undefined; colours?: string; sites?: readonly string[] }

// A page that others may frame (only those that the survey names, if it names any); it runs our script and style as they
// were made, and nothing else.
const policy = ({ script, colours = '', sites = [] }: Allowed): string =>
  [
    "default-src 'none'",
    `script-src ${script ? hashOf(script) : "'none'"}`,
    `style-src ${OURS}${colours && ` ${hashOf(colours)}`}`,
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${sites.length === 0 ? '*' : ["'self'", ...sites].join(' ')}`,
  ].join('; ')

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
  'x-content-type-options': 'nosniff',
  // The address can name a person: it goes to nobody.
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

type More = Allowed & { status?: number; headers?: Record<string, string> }

export const page = (body: string, { status = 200, headers = {}, ...allowed }: More = {}) =>
  new Response(body, { status, headers: { ...HEADERS, 'content-security-policy': policy(allowed), ...headers } })

/** What a survey's page may run and who may frame it. */
export const allowedFor = ({ survey, known }: Visit): Allowed => ({ colours: survey.colours, sites: known.survey.settings.access.origins })

export function unknownPage(wanted: readonly string[]): Response {
  const language = chosenLanguage(wanted, LANGUAGES) ?? 'en'
  return page(messagePage({ ...catalogueOf(language).messages.unknown, language, dir: dirOf(language) }), { status: 404 })
}

type Told = { [K in keyof Messages]: Messages[K] extends string ? never : K }[keyof Messages]

const STATUS: Readonly<Record<Told, number>> = {
  unknown: 404,
  closed: 409,
  notYet: 409,
  full: 409,
  wrongPlace: 400,
  invited: 403,
  badLink: 403,
  expired: 403,
  used: 409,
}

/** A page of the survey that says why it asks nothing. */
export function told(visit: Visit, what: Told): Response {
  const { company, language, dir, theme, colours } = visit.survey
  const said = catalogueOf(language).messages[what]
  return page(messagePage({ ...said, company, language, dir, theme, colours }), { ...allowedFor(visit), status: STATUS[what] })
}
