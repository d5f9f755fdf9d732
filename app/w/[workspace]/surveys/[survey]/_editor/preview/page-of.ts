import { askedSurvey } from '#lib/surveys/asked'
import type { Definition, Question } from '#lib/surveys/definition'
import { settingsOf } from '#lib/surveys/settings'
import { askTree } from '#lib/widget/form'
import { privacyLine, surveyPage } from '#lib/widget/page'
import { STYLE } from '#lib/widget/style'
import { escaped, toHtml } from '#lib/widget/to-html'
import { h } from '#lib/widget/tree'
import type { AskedSurvey, Given, Piped } from '#lib/widget/types'

export type Size = 'phone' | 'desktop' | 'popup'
export type Theme = 'light' | 'dark'

/** What is shown: a question by its id, every question at once, or the thanks. */
export const [ALL, THANKS] = ['', 'the thanks'] as const

/** The draft as a respondent would see it in this language and theme. */
export function previewed(definition: Definition, language: string, theme: Theme): AskedSurvey {
  const survey = askedSurvey({ id: 'preview', version: 1, definition }, [language])
  return survey.theme === 'auto' ? { ...survey, theme } : survey
}

/** An answer that satisfies a condition, as it stands in the form. */
function answerFor({ from, to, chosen }: NonNullable<Question['when']>): readonly string[] {
  if (chosen) return chosen.slice(0, 1)
  const step = from ?? to
  return step === undefined ? [] : [String(step)]
}

/** Answers under which this question is asked, those before it that it follows from included. */
export function givenFor(questions: readonly Pick<Question, 'id' | 'when'>[], id: string): Given {
  const when = questions.find((q) => q.id === id)?.when
  if (!when || when.question === id) return {}
  const before = questions.slice(0, questions.findIndex((q) => q.id === id))
  return { ...givenFor(before, when.question), [when.question]: answerFor(when) }
}

const SITE = `body{margin:0;background:#f4f5f6;min-height:100vh}.site{display:grid;gap:14px;padding:28px 32px}.site i{display:block;height:14px;border-radius:4px;background:#e2e5e9}
.site i:nth-child(1){height:22px;width:34%}.site i:nth-child(2){height:160px;margin:6px 0}.site i:nth-child(4){width:84%}.site i:nth-child(5){width:62%}
:root[data-theme=dark] body{background:#0c0f13}:root[data-theme=dark] .site i{background:#1d242b}
.card{position:fixed;right:24px;bottom:24px;width:376px;max-height:calc(100vh - 48px);overflow:auto;box-sizing:border-box;padding:18px;background:var(--surface);
border:1px solid var(--border);border-radius:10px;box-shadow:0 20px 48px -8px #1118203d,0 4px 12px #1118201a}.card.left{right:auto;left:24px}.card.slide{right:0}.card.slide.left{left:0}
.card h2{font-size:16px}.card .send{margin-top:18px}.card .rated,.card .boxes,.card textarea{margin-top:14px}.card .scale .cell{height:54px;padding-top:24px}
.card .scale input{top:9px}.card .faces .cell{height:80px}.foot span:last-child{flex:none}
.foot{display:flex;justify-content:space-between;gap:12px;margin-top:16px;padding-top:12px;border-top:1px solid var(--border);font:12px/1.5 system-ui,sans-serif;color:var(--text-3)}
.tab{position:fixed;right:0;top:30%;padding:16px 9px;border-radius:10px 0 0 10px;background:var(--accent);color:var(--on-accent);font:500 14px/1.3 system-ui,sans-serif;writing-mode:vertical-rl}
.tab.left{right:auto;left:0;transform:rotate(180deg)}@media(max-width:479px){.card,.card.left{left:0;right:0;bottom:0;width:auto;border-radius:10px 10px 0 0}}`.replace(/\n/g, '')

type Asking = { at: string | undefined; given: Given; piped: Piped; fields: Readonly<Record<string, string>> }

/** The window as it lies over somebody's page. */
function popupPage(survey: AskedSurvey, asking: Asking, definition: Definition): string {
  const { window } = settingsOf(definition)
  const side = window.side === 'left' ? ' left' : ''
  const site = h('div', { class: 'site', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'), h('i'), h('i'))
  const foot = h('div', { class: 'foot', dir: survey.dir }, h('span', {}, privacyLine(survey)), h('span', {}, survey.words.notNow))
  const card = h('main', { class: `card ${window.form}${side}` }, askTree(survey, asking), foot)
  const tab = window.form === 'button' && h('div', { class: `tab${side}`, dir: 'auto' }, window.label || survey.words.feedback)
  const look = survey.theme === 'auto' ? '' : ` data-theme="${survey.theme}"`
  return `<!doctype html><html lang="${escaped(survey.language)}"${look}><head><title>${escaped(survey.title)}</title><style>${STYLE}${SITE}</style><style>${survey.colours}</style></head>
<body>${toHtml(h('div', {}, site, tab, card))}</body></html>`
}

/** The page itself, made by the same renderer as for respondents. */
export function pageOf(survey: AskedSurvey, definition: Definition, size: Size, step: string, given: Given, piped: Piped): string {
  const at = survey.steps === 'one' && step !== ALL && step !== THANKS ? step : undefined
  const asking: Asking = { at, given, piped, fields: { submissionId: 'preview', revision: '0' } }
  if (size === 'popup') return popupPage(survey, asking, definition)
  const first = survey.steps === 'one' ? (at ?? survey.questions[0]?.id) : undefined
  return surveyPage({ survey, ...asking, at: first })
}
