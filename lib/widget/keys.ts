// Two digits in a row make a ten, if they come as quickly as one types.
const TEN_MS = 1500

type Pressed = { digit: string; at: number }

/** The step that a digit stands for on a scale with these steps: the number itself, for faces their place from 1 to 5. */
export function stepFor(steps: readonly string[], digit: string, before: Pressed | null, now: number): string | null {
  if (steps.includes('-1')) return steps[Number(digit) - 1] ?? null
  const ten = before && now - before.at < TEN_MS ? before.digit + digit : digit
  if (ten === '10' && steps.includes(ten)) return ten
  return steps.includes(digit) ? digit : null
}

const radiosOf = (question: Element) => [...question.querySelectorAll<HTMLInputElement>('.scale input')]

const isShown = (element: HTMLElement) => element.getClientRects().length > 0

/** The scale that a digit is meant for: the one with the focus, else the first that is shown and not yet answered. */
function scaleFor(form: HTMLFormElement): HTMLInputElement[] | undefined {
  const focused = document.activeElement?.closest('.question')
  if (focused && radiosOf(focused).length > 0) return radiosOf(focused)
  const scales = [...form.querySelectorAll<HTMLElement>('.question')].filter(isShown).map(radiosOf)
  return scales.find((radios) => radios.length > 0 && !radios.some((r) => r.checked)) ?? scales.find((radios) => radios.length > 0)
}

/** Digits choose a score and Enter goes on, wherever the focus is but in a text: on a page that is ours alone. */
export function listenToKeys(form: HTMLFormElement, goOn: () => void): void {
  let before: Pressed | null = null
  document.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('textarea,[type=text]') || !isShown(form)) return
    if (event.key === 'Enter') {
      // On a control or a link Enter has its own meaning already.
      if (target.closest('button,a,input')) return
      event.preventDefault()
      return goOn()
    }
    if (!/^\d$/.test(event.key)) return
    const radios = scaleFor(form) ?? []
    const step = stepFor(radios.map(({ value }) => value), event.key, before, event.timeStamp)
    before = { digit: event.key, at: event.timeStamp }
    const radio = radios.find(({ value }) => value === step)
    if (!radio) return
    event.preventDefault()
    radio.checked = true
    radio.focus()
    for (const name of ['input', 'change']) radio.dispatchEvent(new Event(name, { bubbles: true }))
  })
}
