import { face } from './faces'
import { type Html, html } from './html'
import { MOST_TEXT, STEPS } from './scale'
import type { AskedQuestion } from './types'

export type Shown = { value: string | undefined; fault: string | undefined; isFirst: boolean }

const FACE_NAMES = ['very bad', 'rather bad', 'neither bad nor good', 'rather good', 'very good']

const endsOf = (q: AskedQuestion, steps: readonly string[]): Html | false => {
  const [from, to] = [steps[0], steps.at(-1)]
  if (!q.low && !q.high) return false
  const end = (step: string | undefined, label: string | undefined) =>
    html`<span>${label && (q.instrument === 'sentiment' ? label : `${step} = ${label}`)}</span>`
  return html`<div class="ends" id="ends-${q.id}">${end(from, q.low)}${end(to, q.high)}</div>`
}

function faceName(q: AskedQuestion, i: number): string {
  const given = i === 0 ? q.low : i === 4 ? q.high : undefined
  return given ?? FACE_NAMES[i] ?? ''
}

function scale(q: AskedQuestion, steps: readonly string[], { value }: Shown): Html {
  const isFaces = q.instrument === 'sentiment'
  const cells = steps.map(
    (step, i) => html`<label><input type="radio" name="q.${q.id}" value="${step}"${step === value && html` checked`}${q.required && html` required`}>
<span class="cell">${isFaces ? html`${face(i)}<span class="sr">${faceName(q, i)}</span>` : step}</span></label>`,
  )
  return html`<div class="scale of-${steps.length}${isFaces && ' faces'}">${cells}</div>${endsOf(q, steps)}`
}

const textarea = (q: AskedQuestion, { value }: Shown): Html => html`<textarea name="q.${q.id}" rows="4" maxlength="${MOST_TEXT}"
 aria-labelledby="text-${q.id}"${q.hint && html` aria-describedby="hint-${q.id}"`}${q.required && html` required`}>
${value}</textarea>`

/** One question: a fieldset with its legend, native controls, and room for the sentence that says what is wrong. */
export function questionHtml(q: AskedQuestion, shown: Shown): Html {
  const steps = q.instrument === 'comment' ? null : STEPS[q.instrument]
  const described = [q.hint && `hint-${q.id}`, steps && (q.low || q.high) && `ends-${q.id}`].filter(Boolean).join(' ')
  const title = html`<span id="text-${q.id}">${q.text}</span>${!q.required && !shown.isFirst && html` <span class="optional">Optional</span>`}`
  const attributes = described !== '' && html` aria-describedby="${described}"`
  return html`<fieldset class="question${shown.isFirst ? ' first' : ' later'}" data-question="${q.id}"${attributes}>
<legend><h2 tabindex="-1">${title}</h2></legend>
${q.hint && html`<p class="hint" id="hint-${q.id}">${q.hint}</p>`}
${steps ? scale(q, steps, shown) : textarea(q, shown)}
<p class="fault" role="alert">${shown.fault}</p>
</fieldset>`
}
