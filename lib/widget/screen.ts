import { has, own } from './flow'
import type { Faults, Given, Needed } from './types'
import { fill, type Said } from './words'

export type Root = Document | ShadowRoot

/** What the script must know of a survey; AskedSurvey has it, and on the page a part of it stands in the form. */
export type Running = { questions: readonly Needed[]; steps: 'one' | 'all'; words: Said }

type Control = HTMLInputElement | HTMLTextAreaElement

/** The form as the script sees it: what stands in it, and how to say something about it. */
export function screenOf(root: Root, form: HTMLFormElement, { questions, words }: Running) {
  const find = <E extends HTMLElement>(selector: string) => form.querySelector<E>(selector)
  const [go, note, where] = [find('.go'), find('.note'), find('.where')]
  const field = (name: string) => find<HTMLInputElement>(`input[name="${name}"]`)
  const boxOf = (id: string) => find<HTMLFieldSetElement>(`[data-question="${id}"]`)
  const controlsOf = (id: string) => [...form.querySelectorAll<Control>(`[name="q.${id}"]`)]
  const isTicked = (control: Control) => control.matches('[type=radio],[type=checkbox]')

  return {
    boxOf,

    given: (): Given =>
      Object.fromEntries(
        questions.map(({ id }) => [id, controlsOf(id).filter((c) => !isTicked(c) || (c as HTMLInputElement).checked).map((c) => c.value).filter((text) => text !== '')]),
      ),

    put(id: string, texts: readonly string[]): void {
      for (const control of controlsOf(id)) {
        if (isTicked(control)) (control as HTMLInputElement).checked = texts.includes(control.value)
        else control.value = texts[0] ?? ''
      }
    },

    faultOf: (id: string): string => boxOf(id)?.querySelector('.fault')?.textContent ?? '',

    trap: (): string | undefined => field('trap')?.value || undefined,
    field: (name: string): string => field(name)?.value ?? '',
    setField(name: string, value: string): void {
      const found = field(name)
      if (found) found.value = value
    },

    /** Only these questions can be answered, and of them only `at` is seen, if there is one. */
    show(asked: readonly Needed[], at: string | undefined, isSaved: boolean): void {
      const here = asked.findIndex(({ id }) => id === at)
      for (const q of questions) {
        const box = boxOf(q.id)
        if (!box) continue
        box.disabled = !asked.includes(q)
        box.hidden = box.disabled || (here >= 0 && q.id !== at)
      }
      const hide = (name: string, isHidden: boolean) => find(name)?.toggleAttribute('hidden', isHidden)
      if (go) go.textContent = here < 0 || here === asked.length - 1 ? words.send : words.continue
      hide('.back', here < 1)
      hide('.skip', asked[here]?.required !== false)
      hide('.where', here < 0 || asked.length < 2)
      if (where && here >= 0) where.textContent = fill(words.progress, { n: here + 1, m: asked.length }) + (isSaved && here > 0 ? ` · ${words.saved}` : '')
      const bar = root.querySelector<HTMLElement>('.bar i')
      if (bar) bar.style.width = `${here < 0 ? 0 : (100 * here) / asked.length}%`
    },

    /** The thanks instead of the form. */
    finish(): void {
      form.hidden = true
      root.querySelector('.thanks')?.removeAttribute('hidden')
      const bar = root.querySelector<HTMLElement>('.bar i')
      if (bar) bar.style.width = '100%'
    },

    focusOn(id: string | null): void {
      const place = id === null ? root.querySelector('.thanks') : boxOf(id)
      place?.querySelector('h2')?.focus()
    },

    /** A sentence about the whole form; a calm one is no error. */
    tell(text: string, isCalm = false): void {
      if (note) note.textContent = text
      note?.classList.toggle('calm', isCalm)
    },

    /** The sentence of each fault at its question, and the focus at the first. */
    point(faults: Faults, isFocusing = true): void {
      for (const { id } of questions) {
        const fault = boxOf(id)?.querySelector('.fault')
        if (fault) fault.textContent = own(faults, id) ?? ''
        for (const control of controlsOf(id)) {
          if (has(faults, id)) control.setAttribute('aria-invalid', 'true')
          else control.removeAttribute('aria-invalid')
        }
      }
      const wrong = questions.find(({ id }) => has(faults, id))
      const controls = wrong && isFocusing ? controlsOf(wrong.id) : []
      ;(controls.find((control) => control.matches(':checked')) ?? controls[0])?.focus()
    },

    busy(isBusy: boolean): void {
      if (!go) return
      if (isBusy) go.textContent = words.saving
      if (isBusy) go.setAttribute('aria-disabled', 'true')
      else go.removeAttribute('aria-disabled')
    },
  }
}

export type Screen = ReturnType<typeof screenOf>
