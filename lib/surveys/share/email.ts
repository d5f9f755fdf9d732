import { z } from 'zod'
import { accentOn, OURS, SURFACE } from '#lib/widget/colours'
import { pipeText } from '#lib/widget/pipe'
import { stepsOf } from '#lib/widget/scale'
import { escaped, toHtml } from '#lib/widget/to-html'
import { type Child, h, type Tree } from '#lib/widget/tree'
import type { AskedQuestion, AskedSurvey, Piped } from '#lib/widget/types'
import { fill } from '#lib/widget/words'

/** How mail tools write a field that they fill in: {{link}}, *|LINK|*, %%link%%, [[link]], ${link}. Nothing in it can end an attribute. */
export const MergeField = z
  .string()
  .trim()
  .max(80)
  .regex(/^(\{\{[\w .:|-]+\}\}|\{%?[\w .:|-]+%?\}|\*\|[\w .:-]+\|\*|%%[\w .:-]+%%|%[\w .:-]+%|\[\[?[\w .:-]+\]?\]|\$\{[\w .:-]+\})$/, 'a field as your mail tool writes it, such as {{link}} or *|LINK|*')

export type Mail = { subject: string; html: string; text: string }
type MailInput = { survey: AskedSurvey; link: string; piped?: Piped }

const INK = '#14191f'
const QUIET = '#5b6570'
const EDGE = '#7b8591'
const FONT = 'font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif'
// The oldest that there are: a mail client without one of them would show a box.
const FACES = ['\u{1F61E}', '\u{1F615}', '\u{1F610}', '\u263A\uFE0F', '\u{1F60A}']

/** Stands for the link until the whole mail is written: only there may the signs stand that a mail tool reads. */
const LINK = '\uE000'

type Choice = { value: string; label: string; face?: string }

/** What somebody can choose in the mail itself: one of a scale or of several options. Everything else begins on the page. */
function choicesOf({ instrument, options = [] }: AskedQuestion, { faces }: AskedSurvey['words']): Choice[] {
  if (instrument === 'sentiment') return (stepsOf({ instrument }) ?? []).map((value, i) => ({ value, label: faces[i] ?? value, face: FACES[i] ?? '' }))
  if (instrument === 'choice') return options.map(({ id, label }) => ({ value: id, label }))
  return (stepsOf({ instrument }) ?? []).map((value) => ({ value, label: value }))
}

const isNumbers = ({ instrument }: AskedQuestion): boolean => instrument === 'nps' || instrument === 'csat' || instrument === 'ces'

// A personal link has a query already, and so has ours; a mail tool's field stands for such a link.
const hrefOf = (question: AskedQuestion, value: string): string => `${LINK}&${new URLSearchParams({ [question.id]: value }).toString()}`

const table = (attributes: Record<string, string | undefined>, ...rows: Child[]): Tree =>
  h('table', { role: 'presentation', cellpadding: 0, cellspacing: 0, border: 0, ...attributes }, ...rows)

const line = (style: string, ...said: Child[]): Tree => h('tr', {}, h('td', { style: `${FONT};${style}`, dir: 'auto' }, ...said))

/** Every number is a table that floats: in one row where there is room, in two on a phone, and Outlook knows how to do it. */
const number = ({ value, label }: Choice, question: AskedQuestion, side: string): Tree =>
  table(
    { align: side },
    h(
      'tr',
      {},
      h(
        'td',
        { width: 38, height: 44, align: 'center', bgcolor: '#ffffff', style: `border:1px solid ${EDGE};border-radius:6px;background:#ffffff` },
        h('a', { href: hrefOf(question, value), style: `${FONT};display:block;width:38px;font-size:16px;line-height:44px;font-weight:600;color:${INK};text-decoration:none` }, label),
      ),
      h('td', { width: 6, style: 'font-size:0;line-height:0' }, '\u00a0'),
    ),
    h('tr', {}, h('td', { height: 6, colspan: 2, style: 'font-size:0;line-height:6px' }, '\u00a0')),
  )

const option = ({ value, label, face }: Choice, question: AskedQuestion): Child[] => [
  h(
    'tr',
    {},
    h(
      'td',
      { bgcolor: '#ffffff', style: `border:1px solid ${EDGE};border-radius:6px;background:#ffffff` },
      h(
        'a',
        { href: hrefOf(question, value), dir: 'auto', style: `${FONT};display:block;padding:12px 16px;font-size:16px;line-height:20px;color:${INK};text-decoration:none` },
        face && h('span', { 'aria-hidden': 'true' }, `${face}\u00a0\u00a0`),
        label,
      ),
    ),
  ),
  h('tr', {}, h('td', { height: 6, style: 'font-size:0;line-height:6px' }, '\u00a0')),
]

function button({ words, accent = OURS.light }: AskedSurvey): Tree {
  const { accent: ground, on } = accentOn(accent, SURFACE.light)
  const look = `${FONT};display:inline-block;padding:12px 24px;font-size:16px;line-height:20px;font-weight:600;color:${on};text-decoration:none`
  return table({}, h('tr', {}, h('td', { bgcolor: ground, style: `border-radius:6px;background:${ground}` }, h('a', { href: LINK, style: look }, words.continue))))
}

const end = ({ low, high }: Pick<AskedQuestion, 'low' | 'high'>, choices: readonly Choice[]): string[] => [
  ...(low ? [`${choices[0]?.label ?? ''} = ${low}`] : []),
  ...(high ? [`${choices.at(-1)?.label ?? ''} = ${high}`] : []),
]

function body(survey: AskedSurvey, question: AskedQuestion, choices: readonly Choice[]): Tree {
  const side = survey.dir === 'rtl' ? 'right' : 'left'
  const answer = choices.length === 0 ? button(survey) : isNumbers(question) ? choices.map((c) => number(c, question, side)) : table({ width: '100%' }, ...choices.map((c) => option(c, question)))
  const ends = isNumbers(question) ? end(question, choices).join('\u2003') : ''
  return table(
    { width: '100%', lang: survey.language, dir: survey.dir, style: 'max-width:560px;background:#ffffff', bgcolor: '#ffffff' },
    line(`padding:16px 16px 4px;font-size:18px;line-height:26px;font-weight:600;color:${INK}`, question.text),
    question.hint && line(`padding:0 16px 4px;font-size:14px;line-height:20px;color:${QUIET}`, question.hint),
    ends && line(`padding:0 16px 4px;font-size:14px;line-height:20px;color:${QUIET}`, ends),
    h('tr', {}, h('td', { align: side, style: 'padding:8px 16px 8px' }, answer)),
    line(`padding:0 16px 16px;font-size:12px;line-height:18px;color:${QUIET}`, privacyOf(survey)),
  )
}

const privacyOf = ({ words, privacy, company }: AskedSurvey): string => fill(words[privacy], { company })

// As a mail tool would read them: in our texts they are only signs.
const SIGNS: Readonly<Record<string, string>> = { '{': '&#123;', '}': '&#125;', '|': '&#124;', '[': '&#91;', ']': '&#93;', '%%': '&#37;&#37;' }

function plain(survey: AskedSurvey, question: AskedQuestion, choices: readonly Choice[]): string {
  const ends = isNumbers(question) ? end(question, choices).join(', ') : ''
  const answers = choices.length === 0 ? [`${survey.words.continue}: ${LINK}`] : choices.map((c) => `${c.label}: ${hrefOf(question, c.value)}`)
  const told = [question.text, question.hint, ends].filter(Boolean).join('\n')
  return `${told}\n\n${answers.join('\n')}\n\n${privacyOf(survey)}\n`.replaceAll('{{', '{ {').replaceAll('*|', '* |').replaceAll('%%', '% %').replaceAll('[[', '[ [')
}

/**
 * The first question as a piece of mail: tables and inline styles, no script, no picture, nothing that is loaded. Each score is
 * a link that chooses it on the page and stores nothing until the person sends it, so scanners that follow links answer nothing.
 * `link` is the survey's address with a query, or a merge field that stands for one.
 */
export function surveyEmail({ survey, link, piped = {} }: MailInput): Mail {
  const [first] = survey.questions
  if (!first) return { subject: survey.title, html: '', text: '' }
  const question = { ...first, text: pipeText(first.text, piped), hint: first.hint && pipeText(first.hint, piped) }
  const choices = choicesOf(question, survey.words)
  const html = toHtml(body(survey, question, choices)).replace(/[{}|[\]]|%%/g, (sign) => SIGNS[sign] ?? sign)
  return {
    subject: pipeText(survey.title, piped),
    html: html.replaceAll(LINK, () => escaped(link)),
    text: plain(survey, question, choices).replaceAll(LINK, () => link),
  }
}
