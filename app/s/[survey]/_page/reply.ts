import { createHash } from 'node:crypto'
import { messagePage } from '#lib/widget/page'
import { STYLE } from '#lib/widget/style'

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

// The one page that others may frame; it runs our script and style as they were made, and nothing else.
const policy = (script: string): string =>
  [
    "default-src 'none'",
    `script-src ${script === '' ? "'none'" : hashOf(script)}`,
    `style-src ${hashOf(STYLE)}`,
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    'frame-ancestors *',
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

type More = { status?: number; script?: string; headers?: Record<string, string> }

export const page = (body: string, { status = 200, script = '', headers = {} }: More = {}) =>
  new Response(body, { status, headers: { ...HEADERS, 'content-security-policy': policy(script), ...headers } })

export const unknownPage = () =>
  page(messagePage('There is no survey here', 'The link may be incomplete, or the survey has been taken back.'), { status: 404 })

export const closedPage = (company: string) =>
  page(messagePage('This survey is closed', 'It takes no more answers. Thank you for wanting to give one.', company), { status: 409 })

const WRONG_PLACE = 'It names a step that this survey does not know, so an answer would land in the wrong place. Please tell whoever sent it.'

export const wrongPlacePage = (company: string) =>
  page(messagePage('This link is not quite right', WRONG_PLACE, company), { status: 400 })
