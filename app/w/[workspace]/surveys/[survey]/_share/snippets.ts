import type { Definition, Question } from '#lib/surveys/definition'

/** The address with what is said beside it; what is empty is left out. */
export function linkWith(link: string, said: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(said).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]]))).toString()
  return query === '' ? link : `${link}?${query}`
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('<', '\\u003c')}'`

type Widget = { origin: string; workspaceId: string; build: { path: string; integrity: string } }
type Survey = { id: string; definition: Pick<Definition, 'rules' | 'window' | 'look' | 'questions' | 'privacy'>; touchpoint: string | null }

const attributesOf = ({ workspaceId }: Widget, { definition }: Survey): string =>
  `\n  data-workspace="${workspaceId}"${definition.rules?.pages?.length && !definition.rules.event ? '\n  data-auto' : ''}`

/** The line that a page needs, once: always the newest widget. */
export const scriptTag = (widget: Widget, survey: Survey): string =>
  `<script async\n  src="${widget.origin}/widget.js"${attributesOf(widget, survey)}></script>`

/** The same bytes for ever, which the browser checks: for sites that take no script on trust. */
export const pinnedTag = (widget: Widget, survey: Survey): string =>
  `<script async\n  src="${widget.origin}${widget.build.path}"\n  integrity="${widget.build.integrity}"\n  crossorigin="anonymous"${attributesOf(widget, survey)}></script>`

const QUEUE = 'window.wayfelt ||= { q: [] }'

/** What the page says when the moment has come, by the survey's own rules; null where the address of the page says it. */
export function momentCall({ id, definition: { rules } }: Survey): string | null {
  if (rules?.event) return `${QUEUE}\nwayfelt.q.push(['track', ${quoted(rules.event)}])`
  return rules?.pages?.length ? null : `${QUEUE}\nwayfelt.q.push(['show', ${quoted(id)}])`
}

/** Who it is, for surveys that may know it and for what people are asked by. */
export const personCall = (): string => `${QUEUE}\nwayfelt.q.push(['setUserId', 'CUSTOMER'])\nwayfelt.q.push(['setAttributes', { plan: 'pro' }])`

// On a phone the widest scale needs so much.
const ROOM = { one: 420, all: 640 } as const

/** A place of its own on a page. The room is kept for it, so that nothing moves when it comes. */
export const inlineTag = ({ id, definition, touchpoint }: Survey): string =>
  `<div data-wayfelt-survey="${id}"${touchpoint === null ? '' : `\n  data-touchpoint="${touchpoint}"`}\n  style="min-height:${ROOM[definition.look?.steps ?? 'one']}px"></div>`

/** What a strict content security policy must let through. */
export const policyLines = ({ origin }: Widget): string => `script-src ${origin};\nconnect-src ${origin}`

const sampleOf = ({ instrument, options }: Question): unknown =>
  ({
    nps: 9, csat: 5, ces: 6, sentiment: 1, emotions: ['relief'], choice: options?.[0]?.id, choices: options?.slice(0, 1).map(({ id }) => id),
    short: 'A few words', comment: 'It was easy.', consent: true,
  })[instrument]

/** One answer from a server. The shell makes the id: sent again with the same one, it is stored once. */
export function apiCall({ origin, workspaceId }: Widget, { id, definition }: Survey): string {
  const asked = definition.questions.filter((q, i) => i === 0 || (q.required && !q.when))
  const data = Object.fromEntries(asked.map((q) => [q.id, sampleOf(q)]))
  const body = { submissionId: '$(uuidgen)', surveyId: id, data, channel: 'api', ...(definition.privacy?.mode && definition.privacy.mode !== 'anonymous' ? { userId: 'CUSTOMER' } : {}) }
  const lines = Object.entries(body).map(([name, value]) => `  "${name}": ${JSON.stringify(value)}`)
  return `curl ${origin}/api/v1/client/${workspaceId}/responses \\\n  -H 'content-type: application/json' -d @- <<END\n{\n${lines.join(',\n')}\n}\nEND`
}
