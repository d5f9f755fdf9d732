import { type Asking, formTree, thanksTree } from './form'
import { PAGE_STYLE } from './page/style'
import { pipeText } from './pipe'
import { escaped, toHtml } from './to-html'
import { type Child, h, type Tree } from './tree'
import type { AskedSurvey } from './types'
import { fill, type Words } from './words'

/** Which language a page is in, what it looks like, and whose it is. */
type Frame = Pick<AskedSurvey, 'language' | 'dir' | 'theme' | 'colours'> & {
  company: string | null
  title: string
  /** 'one' shows how far somebody is. */
  kind: 'one' | 'all'
  script?: string | undefined
  /** Where the page goes by itself, and after how many seconds. */
  refresh?: { seconds: number; url: string } | undefined
}

const SCHEMES = { auto: 'light dark', light: 'light', dark: 'dark' } as const

function documentOf(frame: Frame, main: Child, head: Child = null, foot: Child = null): string {
  const { language, dir, theme, colours, title, company, kind, script, refresh } = frame
  const meta = [
    h('meta', { charset: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
    h('meta', { name: 'robots', content: 'noindex' }),
    h('meta', { name: 'color-scheme', content: SCHEMES[theme] }),
    refresh && h('meta', { 'http-equiv': 'refresh', content: `${refresh.seconds};url=${refresh.url}` }),
    h('title', {}, company ? `${title} · ${company}` : title),
  ]
  const body = h(
    'div',
    { class: kind },
    h('div', { class: 'bar', 'aria-hidden': 'true' }, h('i')),
    h(
      'div',
      { class: 'page' },
      (company || head) && h('header', {}, company && h('h1', { class: 'brand', dir: 'auto' }, company), head),
      h('main', {}, h('div', { class: 'ask', dir }, main)),
      h('footer', {}, foot),
    ),
  )
  const look = theme === 'auto' ? '' : ` data-theme="${theme}"`
  const written = meta.map((each) => (each ? toHtml(each) : '')).join('')
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${dir}"${look}><head>${written}<style>${PAGE_STYLE}</style>${colours && `<style>${colours}</style>`}</head>
<body>${toHtml(body)}${script ? `<script>${script}</script>` : ''}</body></html>`
}

/** How the script sends an answer: the API that takes it, for which survey, and what is the same in every revision of it. */
export type Ticket = {
  url: string
  surveyId: string
  body: Readonly<Record<string, unknown>>
  /** Where it is asked, as displays are counted. */
  touchpoint?: string | undefined
  view?: string | undefined
  /** Leading zero bits of the computing that an answer must bring. */
  work?: number | undefined
  isKiosk?: boolean | undefined
}

export type SurveyPage = Asking & {
  survey: AskedSurvey
  isDone?: boolean
  ticket?: Ticket
  script?: string | undefined
  languages?: readonly { language: string; name: string; href: string }[]
  refresh?: Frame['refresh']
}

/** What the script needs besides: how each question is read, and its own words. */
function ticketOf(ticket: Ticket, { questions, steps, words: { faces, emotions, ...words } }: AskedSurvey): string {
  const needed = questions.map(({ id, instrument, required, most, when }) => ({ id, instrument, required, most, when }))
  return JSON.stringify({ ...ticket, questions: needed, steps, words })
}

const languageLinks = (languages: SurveyPage['languages'] = [], now: string): Tree | false =>
  languages.length > 1 &&
  h('nav', {}, languages.map(({ language, name, href }) => (language === now ? h('b', { lang: language }, name) : h('a', { href, lang: language, hreflang: language }, h('bdi', {}, name)))))

/** What becomes of an answer, in one line. */
export function privacyLine({ privacy, privacyLink, company, words }: AskedSurvey): Child[] {
  const link = privacyLink && [' ', h('a', { href: privacyLink, rel: 'noopener', target: '_blank' }, words.privacy)]
  return [h('span', {}, fill(words[privacy satisfies keyof Words], { company })), link]
}

/** The page that asks, or its thanks. It works without `script`; with it, it goes step by step. */
export function surveyPage(page: SurveyPage): string {
  const { survey, isDone = false, ticket, script, piped = {}, languages, refresh, at, ...asking } = page
  const { language, dir, theme, colours, company, steps } = survey
  const title = pipeText(survey.title, piped)
  const frame: Frame = { title, company, language, dir, theme, colours, kind: at === undefined && !script ? 'all' : steps, script: isDone ? undefined : script, refresh }
  const attributes = { ...asking.attributes, ...(ticket && { 'data-ticket': ticketOf(ticket, survey) }) }
  const main = isDone ? thanksTree(survey, piped) : [formTree(survey, { ...asking, at, piped, attributes }), thanksTree(survey, piped, true)]
  return documentOf(frame, main, languageLinks(languages, language), privacyLine(survey))
}

export type Message = { title: string; text: string; company?: string | null } & Partial<Pick<AskedSurvey, 'language' | 'dir' | 'theme' | 'colours'>>

/** A page that only says something: closed, not found, a link that is not right. */
export function messagePage({ title, text, company = null, language = 'en', dir = 'ltr', theme = 'auto', colours = '' }: Message): string {
  const main = h('section', { class: 'thanks' }, h(company ? 'h2' : 'h1', {}, title), h('p', {}, text))
  return documentOf({ title, company, language, dir, theme, colours, kind: 'all' }, main)
}
