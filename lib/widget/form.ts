import { askedOf, own } from './flow'
import { pipe } from './pipe'
import { questionTree } from './question'
import { readData } from './scale'
import { h, type Tree } from './tree'
import type { AskedSurvey, Faults, Given, Piped } from './types'
import { fill } from './words'

export type Asking = {
  given?: Given
  faults?: Faults
  piped?: Piped
  /** Hidden fields of the form: submissionId (which also decides the order of what is shuffled), revision, view. */
  fields?: Readonly<Record<string, string | number | undefined>>
  /** More attributes of the form itself. */
  attributes?: Tree['attributes']
  /** The one question to be seen; without it all that are asked. */
  at?: string | undefined
  /** Questions that were answered on an earlier page: they are sent along unseen. */
  passed?: readonly string[]
}

/** A field that no person sees or reaches: whoever fills it in is none. */
const trap = (label: string): Tree =>
  h('div', { class: 'trap', 'aria-hidden': 'true' }, h('label', {}, label, h('input', { type: 'text', name: 'trap', tabindex: -1, autocomplete: 'off' })))

const button = (name: string, text: string, isHidden: boolean): Tree => h('button', { type: 'button', class: `ghost ${name}`, hidden: isHidden }, text)

/** The form of a survey with every question it has; those that do not follow from what is given are hidden and switched off. */
export function formTree(survey: AskedSurvey, { given = {}, faults = {}, piped = {}, fields = {}, attributes, at, passed = [] }: Asking): Tree {
  const { questions, words } = survey
  const seed = String(fields.submissionId ?? '')
  const asked = askedOf(questions, readData(questions, given))
  const here = asked.findIndex(({ id }) => id === at)
  const isLast = here < 0 || here === asked.length - 1
  return h(
    'form',
    { method: 'post', 'accept-charset': 'utf-8', ...attributes },
    Object.entries(fields).map(([name, value]) => value !== undefined && h('input', { type: 'hidden', name, value })),
    trap(words.trap),
    h('p', { class: 'where', hidden: here < 0 || asked.length < 2 }, here < 0 ? '' : fill(words.progress, { n: here + 1, m: asked.length })),
    questions.map((q) =>
      questionTree(q, {
        value: own(given, q.id),
        fault: own(faults, q.id),
        isOff: !asked.includes(q),
        isHidden: !asked.includes(q) || passed.includes(q.id) || (here >= 0 && q.id !== at),
        seed,
        piped,
        words,
      }),
    ),
    h(
      'div',
      { class: 'send' },
      h('button', { class: 'go' }, isLast ? words.send : words.continue),
      button('skip', words.skip, here < 0 || asked[here]?.required !== false),
      button('back', words.back, here < 1),
    ),
    h('p', { class: 'note', role: 'status' }, faults['']),
  )
}

/** What is said in the end. */
export const thanksTree = ({ thanks: { title, text, link } }: AskedSurvey, piped: Piped = {}, hidden = false): Tree =>
  h(
    'section',
    { class: 'thanks', hidden },
    h('h2', { tabindex: -1, dir: 'auto' }, pipe(title, piped)),
    h('p', { dir: 'auto' }, pipe(text, piped)),
    link && h('p', {}, h('a', { class: 'go', href: link.url, rel: 'noopener', target: '_blank', dir: 'auto' }, pipe(link.label, piped))),
  )

/** All that a respondent sees of a survey: its form, and the thanks that stand hidden until then. */
export const askTree = (survey: AskedSurvey, asking: Asking): Tree =>
  h('div', { class: 'ask', lang: survey.language, dir: survey.dir }, formTree(survey, asking), thanksTree(survey, asking.piped, true))
