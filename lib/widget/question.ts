import { face } from './faces'
import { pipe } from './pipe'
import { EMOTION_WORDS, MOST_TEXT, stepsOf, takesSeveral } from './scale'
import { shuffled } from './shuffle'
import { h, type Tree } from './tree'
import type { AskedQuestion, Option, Piped } from './types'
import { fill, type Words } from './words'

export type Shown = {
  value?: readonly string[] | undefined
  fault?: string | undefined
  isHidden?: boolean
  /** Not asked of somebody who answered so far as this one did: it is neither checked nor sent. */
  isOff?: boolean
  /** Decides the order of what is shuffled. */
  seed: string
  piped: Piped
  words: Words
}

const nameOf = ({ id }: AskedQuestion) => `q.${id}`

function endsOf(q: AskedQuestion, steps: readonly string[], piped: Piped): Tree | false {
  const end = (step: string | undefined, label: string | undefined) =>
    h('span', { dir: 'auto' }, label && q.instrument !== 'sentiment' && `${step} = `, label && pipe(label, piped))
  return (q.low || q.high) && h('div', { class: 'ends', id: `ends-${q.id}` }, end(steps[0], q.low), end(steps[steps.length - 1], q.high)) || false
}

function scale(q: AskedQuestion, steps: readonly string[], { value = [], words, piped }: Shown): Tree {
  const isFaces = q.instrument === 'sentiment'
  const nameOfFace = (i: number) => (i === 0 && q.low) || (i === 4 && q.high) || words.faces[i] || ''
  const cells = steps.map((step, i) =>
    h(
      'label',
      {},
      h('input', { type: 'radio', name: nameOf(q), value: step, checked: value.includes(step), required: q.required }),
      h('span', { class: 'cell' }, isFaces ? [face(i), h('span', { class: 'sr' }, nameOfFace(i))] : step),
    ),
  )
  return h('div', { class: `rated of-${steps.length}` }, h('div', { class: isFaces ? 'scale faces' : 'scale' }, cells), endsOf(q, steps, piped))
}

function optionsOf(q: AskedQuestion, { seed, words }: Shown): readonly Option[] {
  if (q.instrument === 'consent') return [{ id: 'yes', label: q.text }]
  const options = q.instrument === 'emotions' ? EMOTION_WORDS.map((id) => ({ id, label: words.emotions[id] ?? id })) : (q.options ?? [])
  return q.shuffle || q.instrument === 'emotions' ? shuffled(options, `${seed}.${q.id}`) : options
}

function boxes(q: AskedQuestion, shown: Shown): Tree {
  const isOne = q.instrument === 'choice'
  // Of several boxes none alone is needed, and a browser knows no other way to ask.
  const required = q.required && !takesSeveral(q)
  return h(
    'div',
    { class: `boxes${q.instrument === 'emotions' ? ' pills' : ''}` },
    optionsOf(q, shown).map(({ id, label }) =>
      h(
        'label',
        {},
        h('input', { type: isOne ? 'radio' : 'checkbox', name: nameOf(q), value: id, checked: shown.value?.includes(id), required }),
        h('span', { class: 'cell', dir: 'auto' }, pipe(label, shown.piped)),
      ),
    ),
  )
}

function written(q: AskedQuestion, { value: [text = ''] = [] }: Shown): Tree {
  const same = { name: nameOf(q), dir: 'auto', 'aria-labelledby': `text-${q.id}`, 'aria-describedby': q.hint && `hint-${q.id}`, required: q.required }
  return q.instrument === 'short'
    ? h('input', { ...same, type: 'text', autocomplete: 'off', maxlength: MOST_TEXT.short, value: text })
    : h('textarea', { ...same, rows: 4, maxlength: MOST_TEXT.comment }, text)
}

/** One question: a fieldset with its legend, native controls, and room for the sentence that says what is wrong. */
export function questionTree(q: AskedQuestion, shown: Shown): Tree {
  const { words, piped } = shown
  const steps = stepsOf(q)
  const isConsent = q.instrument === 'consent'
  const limit = takesSeveral(q) && (q.most ? fill(words.upTo, { n: q.most }) : words.several)
  const described = [q.hint && `hint-${q.id}`, limit && `limit-${q.id}`, steps && (q.low || q.high) && `ends-${q.id}`].filter(Boolean).join(' ')
  return h(
    'fieldset',
    { class: `question as-${q.instrument}`, 'data-question': q.id, 'aria-describedby': described || undefined, hidden: shown.isHidden, disabled: shown.isOff },
    // What is switched off sends nothing: so a form without script says which questions it showed.
    h('input', { type: 'hidden', name: 'shown', value: q.id }),
    h(
      'legend',
      {},
      h('h2', { tabindex: -1 }, h('span', { id: `text-${q.id}`, dir: 'auto' }, isConsent ? words.consent : pipe(q.text, piped)), !q.required && [' ', h('span', { class: 'optional' }, words.optional)]),
    ),
    q.hint && h('p', { class: 'hint', id: `hint-${q.id}`, dir: 'auto' }, pipe(q.hint, piped)),
    limit && h('p', { class: 'hint', id: `limit-${q.id}` }, limit),
    steps ? scale(q, steps, shown) : q.options || isConsent || q.instrument === 'emotions' ? boxes(q, shown) : written(q, shown),
    h('p', { class: 'fault', role: 'alert' }, shown.fault),
  )
}
