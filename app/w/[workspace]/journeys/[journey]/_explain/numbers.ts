import { KEY_STEPS } from '../_keys/steps'

// The numbers of a page, as it stands in the browser: elements with `data-number`, the pointer to what they show.

const NUMBER = '[data-number]'
/** Set by this file, so that it takes back only what it gave. */
const MADE = 'data-explains'

const isInLink = (element: Element): boolean => element.closest('a, button') !== null

/** A button of its own: not within a link, which has its own meaning, nor in a picture, what screen readers skip, or what is still on its way. */
const isOwnButton = (element: Element): boolean => !isInLink(element) && element.closest('[aria-hidden="true"], [role="img"], svg, [hidden]') === null

const groupOf = (element: Element): Element => element.closest('section, table, dl, [role="dialog"], main') ?? document.body

const shown = (elements: Iterable<HTMLElement>): HTMLElement[] => [...elements].filter((each) => each.checkVisibility())

const all = (root: ParentNode = document) => root.querySelectorAll<HTMLElement>(`[${MADE}]`)

function unmake(element: Element) {
  for (const name of [MADE, 'role', 'tabindex', 'aria-haspopup']) element.removeAttribute(name)
}

/** Makes each number a button; those of one section or table are one stop of the Tab key, as the points of the curve are. */
export function makeButtons(): void {
  for (const old of all()) if (!old.matches(NUMBER) || !isOwnButton(old)) unmake(old)
  for (const element of document.querySelectorAll<HTMLElement>(`${NUMBER}:not([${MADE}])`)) {
    if (!isOwnButton(element)) continue
    element.setAttribute(MADE, '')
    element.setAttribute('role', 'button')
    element.setAttribute('aria-haspopup', 'dialog')
    element.tabIndex = -1
  }
  const groups = new Map<Element, HTMLElement[]>()
  for (const element of all()) groups.set(groupOf(element), [...(groups.get(groupOf(element)) ?? []), element])
  for (const group of groups.values()) {
    const open = shown(group)
    if (!open.some(({ tabIndex }) => tabIndex === 0) && open[0]) open[0].tabIndex = 0
  }
}

export function unmakeButtons(): void {
  for (const element of all()) unmake(element)
}

/** The arrow keys go from number to number of a section; true where the key was one. */
export function stepTo(from: HTMLElement, key: string): boolean {
  const step = KEY_STEPS[key]
  if (!step) return false
  const group = groupOf(from)
  const open = shown(all(group)).filter((each) => groupOf(each) === group)
  const next = open[step(open.indexOf(from), open.length - 1)] ?? from
  from.tabIndex = -1
  next.tabIndex = 0
  next.focus()
  return true
}

/** The number that was clicked. Within a link it means the link, unless all numbers are to explain themselves. */
export function clickedNumber(target: Element, isMode: boolean): HTMLElement | null {
  const number = target.closest<HTMLElement>(NUMBER)
  if (number && (isMode || !isInLink(number))) return number
  return isMode ? (target.closest('a')?.querySelector<HTMLElement>(NUMBER) ?? null) : null
}

/** The number that has the focus, or that stands in what has it. */
export const focusedNumber = (active: Element | null): HTMLElement | null => active?.closest<HTMLElement>(NUMBER) ?? active?.querySelector<HTMLElement>(NUMBER) ?? null

export const isButton = (element: EventTarget | null): element is HTMLElement => element instanceof HTMLElement && element.hasAttribute(MADE)

/** What takes the focus after the panel: the number, its link, or another place of the same number. */
export function focusOf(element: HTMLElement): HTMLElement | null {
  const twins = document.querySelectorAll<HTMLElement>(`[data-number="${CSS.escape(element.dataset.number ?? '')}"]`)
  const candidates = [element, element.closest<HTMLElement>('a, button'), ...twins]
  return candidates.find((each) => each?.isConnected && each.checkVisibility() && each.closest('[aria-hidden="true"]') === null && (each.hasAttribute('tabindex') || each.matches('a, button'))) ?? null
}
