import type { Progress } from './progress'
import type { Faults, Given, Needed, View } from './types'

/** The form as the script sees it: what stands in it, and how to say something about it. */
export function screenOf(form: HTMLFormElement, questions: readonly Needed[]) {
  const find = <E extends HTMLElement>(selector: string) => form.querySelector<E>(selector)
  const [go, note, saved] = [find('.go'), find('#note'), find('#saved')]
  const field = (name: string) => find<HTMLInputElement>(`input[name=${name}]`)
  const boxOf = (id: string) => find(`[data-question="${CSS.escape(id)}"]`)
  const controlsOf = (id: string) => [...(boxOf(id)?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input,textarea') ?? [])]

  return {
    given: (): Given =>
      Object.fromEntries([...new FormData(form)].filter(([name]) => name.startsWith('q.')).map(([name, value]) => [name.slice(2), String(value)])),

    fill(given: Given): void {
      for (const [id, value] of Object.entries(given)) {
        for (const control of controlsOf(id)) {
          if (control instanceof HTMLInputElement) control.checked = control.value === value
          else control.value = value
        }
      }
    },

    show(view: View, isLast: boolean, savedSentence: string): void {
      document.body.dataset.view = view
      if (go) go.textContent = (isLast ? go.dataset.send : go.dataset.continue) ?? ''
      if (saved) saved.textContent = savedSentence
    },

    focusOn(view: View): void {
      const title = { all: '.first h2', first: '.first h2', rest: '.later h2', thanks: '.thanks h2' }[view]
      document.querySelector<HTMLElement>(title)?.focus()
      scrollTo(0, 0)
    },

    /** A sentence about the whole form; a calm one is no error. */
    tell(text: string, isCalm = false): void {
      if (note) note.textContent = text
      note?.classList.toggle('calm', isCalm)
    },

    /** The sentence of each fault at its question, and the focus at the first. */
    point(faults: Faults): void {
      for (const { id } of questions) {
        const fault = boxOf(id)?.querySelector('.fault')
        if (fault) fault.textContent = faults[id] ?? ''
        for (const control of controlsOf(id)) {
          if (id in faults) control.setAttribute('aria-invalid', 'true')
          else control.removeAttribute('aria-invalid')
        }
      }
      const wrong = questions.find(({ id }) => id in faults)
      const controls = wrong ? controlsOf(wrong.id) : []
      ;(controls.find((control) => control.matches(':checked')) ?? controls[0])?.focus()
    },

    busy(isBusy: boolean): void {
      if (!go) return
      if (isBusy) go.textContent = 'Saving…'
      if (isBusy) go.setAttribute('aria-disabled', 'true')
      else go.removeAttribute('aria-disabled')
    },

    setField(name: 'submissionId' | 'revision', value: string): void {
      const found = field(name)
      if (found) found.value = value
    },

    /** Where the page begins as the server made it; after a refusal at the question that was refused. */
    fresh: (surveyId: string): Progress => ({
      surveyId,
      submissionId: field('submissionId')?.value ?? '',
      revision: Number(field('revision')?.value ?? 0) - 1,
      sent: '',
      view: find('.later .fault:not(:empty)') ? 'rest' : 'first',
      given: {},
    }),
  }
}
