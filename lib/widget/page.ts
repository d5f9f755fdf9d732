import { type Html, html, trusted } from './html'
import { questionHtml } from './question'
import { STYLE } from './style'
import type { AskedSurvey, Faults, Given, Ticket, View } from './types'

type Frame = { title: string; company: string | null; language: string; view: View; script?: string | undefined; foot?: Html | undefined }

const document = (frame: Frame, main: Html): string => `<!doctype html>\n${
  html`<html lang="${frame.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>${frame.title}</title>
<style>${trusted(STYLE)}</style></head>
<body data-view="${frame.view}"><div class="bar" aria-hidden="true"><i></i></div><div class="page">
${frame.company && html`<header><h1 class="brand">${frame.company}</h1></header>`}
<main>${main}</main><footer>${frame.foot}</footer></div>${frame.script && html`<script>${trusted(frame.script)}</script>`}</body></html>`.html
}`

type SurveyPage = {
  survey: AskedSurvey
  view: View
  given?: Given
  faults?: Faults
  submissionId?: string
  revision?: number
  isNamed?: boolean
  ticket?: Ticket
  script?: string
}

const thanks = ({ thanks: { title, text }, company }: AskedSurvey): Html => html`<section class="thanks"><h2 tabindex="-1">${title}</h2>
<p>${text || `Your answer has reached ${company}. You can close this page.`}</p></section>`

const ticketOf = (ticket: Ticket, { questions }: AskedSurvey): string =>
  JSON.stringify({ ...ticket, questions: questions.map(({ id, instrument, required }) => ({ id, instrument, required })) })

const savedLine = (isOptional: boolean): Html => html`<p class="saved"><span id="saved">Your answer is saved.</span>
<button type="button" class="link" id="change">Change</button> ${isOptional && html`<span class="keep">The rest is optional.</span>`}</p>`

function form(page: SurveyPage): Html {
  const { survey, given = {}, faults = {}, view } = page
  const [first, ...rest] = survey.questions
  const ticket = page.ticket && html` data-ticket="${ticketOf(page.ticket, survey)}"`
  const asked = survey.questions.map((q) => questionHtml(q, { value: given[q.id], fault: faults[q.id], isFirst: q === first }))
  const isOptional = rest.every((q) => !q.required)
  return html`<form method="post" accept-charset="utf-8"${isOptional && html` class="easy"`}${ticket}>
<input type="hidden" name="submissionId" value="${page.submissionId}"><input type="hidden" name="revision" value="${page.revision ?? 0}">
${rest.length > 0 && savedLine(isOptional)}${asked}
<div class="send"><button class="go" data-continue="Continue" data-send="Send">${view === 'first' ? 'Continue' : 'Send'}</button>
${isOptional && html`<button type="button" class="skip" id="skip">Skip</button>`}</div>
<p class="note" id="note" role="status">${faults['']}</p></form>`
}

const footOf = ({ survey, isNamed }: SurveyPage): Html =>
  isNamed
    ? html`<span>Your answer is kept with your customer record at ${survey.company}.</span>`
    : html`<span>Anonymous: no name, address or cookie is kept.</span>`

/** The page that asks, in one of its views. It works without `script`; with it, it goes step by step. */
export function surveyPage(page: SurveyPage): string {
  const { survey, view, script } = page
  const isDone = view === 'thanks'
  const { title, company, language } = survey
  const frame = { title: `${title} · ${company}`, company, language, view, script: isDone ? undefined : script }
  return document({ ...frame, foot: footOf(page) }, html`${!isDone && form(page)}${thanks(survey)}`)
}

/** A page that only says something: closed, not found, a link that is not right. */
export function messagePage(title: string, text: string, company: string | null = null): string {
  const frame: Frame = { title: company ? `${title} · ${company}` : title, company, language: 'en', view: 'thanks' }
  return document(frame, html`<section class="thanks">${company ? html`<h2>${title}</h2>` : html`<h1>${title}</h1>`}<p>${text}</p></section>`)
}
