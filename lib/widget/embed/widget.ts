import { matchesPages, type PageRule } from '../pages'
import { type Place, placeIn } from './asking'
import { ask, forget, guest, listen, type Listener, type Offer, queue, unlisten } from './guest'
import { isUsed } from './queue'
import { fillSlot } from './slot'
import { keep, recall } from './store'
import { openWindow, putButton } from './window'

type Call = [name: string, ...args: unknown[]]
type Setup = { workspace?: string; url?: string; language?: string; auto?: boolean }
/** What the server said of which pages are worth a question: until when, of whom, and the rules. */
type Pages = { at: number; who: string; rules: PageRule[][] }

const FRESH_MS = 5 * 60_000
const SETTLED_MS = 100

const nothing = () => {}
// Without patience it would wait for ever on a page that never rests; setTimeout takes no notice of it.
const PATIENCE = { timeout: 1000 } as IdleRequestOptions & number
const idle = (run: () => void) => (window.requestIdleCallback || setTimeout)(run, PATIENCE)

const script = (document.currentScript || document.querySelector('script[data-workspace]')) as HTMLScriptElement | null
const place: Place = script ? placeIn(script.dataset) : {}
const slots = new Map<Element, () => void>()

let isAuto = false
let isBusy = false
let pages: Pages | null = null
let lookedAt = ''
let looked = Promise.resolve()
let timer: ReturnType<typeof setTimeout> | undefined
let close: ((isDismissed: boolean) => void) | undefined
let button: HTMLElement | undefined

function open(offer: Offer, isWanted: boolean): void {
  isBusy = true
  close = openWindow(offer, place, isWanted, (hadFocus) => {
    isBusy = false
    close = undefined
    if (!button) return
    button.hidden = false
    if (hadFocus && isWanted) button.focus()
  })
}

/** Shows what the server offers: at once, after its delay, or as a button. One at a time. */
function take(offer: Offer | null | undefined, isNamed: boolean): void {
  if (!offer || isBusy) return
  if (offer.form === 'button' && !isNamed) return offerButton(offer)
  isBusy = true
  const at = location.href
  timer = setTimeout(() => {
    isBusy = false
    // Somebody who went on to another page has left the moment behind.
    if (isNamed || at === location.href) open(offer, isNamed)
  }, isNamed ? 0 : offer.delaySeconds * 1000)
}

function offerButton(first: Offer): void {
  if (button) return
  let offer: Offer | null | undefined = first
  button = putButton(first, async () => {
    if (isBusy) return
    isBusy = true
    const next = offer || (await ask({ survey: first.survey.id, form: 'button' }).catch(nothing))?.show
    offer = null
    isBusy = false
    if (!next || !button) return
    button.hidden = true
    open(next, true)
  })
}

const memory = () => `${guest.workspace}.pages`
const whoNow = () => JSON.stringify([guest.userId, guest.attributes])

/** With data-auto: asks only on pages that some survey's rules let through. */
async function lookAtPage(): Promise<void> {
  const [who, at] = [whoNow(), location.href]
  if (!isAuto || isBusy || lookedAt === who + at) return
  lookedAt = who + at
  pages = pages || recall<Pages>('sessionStorage', memory())
  if (pages && pages.who === who && Date.now() - pages.at < FRESH_MS && !pages.rules.some((rules) => matchesPages(at, rules))) return
  const state = await ask({})
  if (!state) return
  // What was decided for other reasons than the page stays so for some minutes.
  const isOver = (id: string) => state.decisions.some(({ surveyId, show, reason }) => surveyId === id && !show && !/_page|_first/.test(reason))
  pages = { at: Date.now(), who, rules: state.pages.filter(({ surveyId }) => !isOver(surveyId)).map((each) => each.pages) }
  keep('sessionStorage', memory(), pages)
  take(state.show, false)
}

/** After anything of the page has changed: new places are watched, those that are gone let go, another address looked at. */
function look(): void {
  for (const [slot, leave] of slots) {
    if (slot.isConnected) continue
    leave()
    slots.delete(slot)
  }
  for (const slot of document.querySelectorAll<HTMLElement>('[data-wayfelt-survey]')) {
    if (!slots.has(slot) && !slot.shadowRoot) slots.set(slot, fillSlot(slot))
  }
  // One after the other: what the first is told may answer the second.
  looked = looked.then(lookAtPage).catch(nothing)
}

let isWaiting = false

function lookSoon(): void {
  if (isWaiting) return
  isWaiting = true
  setTimeout(() => idle(() => {
    isWaiting = false
    look()
  }), SETTLED_MS)
}

/** Events that no survey waits for: a page may tell of every click. */
const unheard = new Map<string, number>()

const verbs: Record<string, (...args: never[]) => unknown> = {
  setup({ workspace, url, language, auto }: Setup) {
    if (workspace) guest.workspace = workspace
    if (url) guest.url = url.replace(/\/$/, '')
    guest.language = language || guest.language
    isAuto = auto ?? isAuto
    lookSoon()
  },
  setUserId(id: unknown) {
    guest.userId = id == null ? '' : String(id).slice(0, 255)
    lookSoon()
  },
  setAttributes(given: Record<string, unknown>) {
    for (const [name, value] of Object.entries(given)) {
      if (value == null) delete guest.attributes[name]
      else guest.attributes[name] = typeof value === 'number' || typeof value === 'boolean' ? value : String(value).slice(0, 500)
    }
    lookSoon()
  },
  async track(event: string) {
    if (isBusy || (unheard.get(event) || 0) > Date.now()) return
    const state = await ask({ event })
    if (state && state.decisions.every(({ reason }) => /_event|_trigger/.test(reason))) unheard.set(event, Date.now() + FRESH_MS)
    take(state?.show, false)
  },
  async show(survey: string) {
    take((await ask({ survey }))?.show, true)
  },
  on: (name: string, listener: Listener) => listen(name, listener),
  off: (name: string, listener?: Listener) => unlisten(name, listener),
  logout() {
    guest.userId = ''
    guest.attributes = {}
    clearTimeout(timer)
    isBusy = false
    close?.(false)
    pages = null
    forget()
    keep('sessionStorage', memory(), null)
  },
}

/** Whatever goes wrong in here is no business of the page's. */
const call = ([name, ...args]: Call): void => void (async () => verbs[name]?.(...(args as never[])))().catch(nothing)

function start(): void {
  const page = window as typeof window & { wayfelt?: { q?: unknown } }
  const before = page.wayfelt
  if (before && 'setup' in before) return
  if (script) {
    guest.workspace = script.dataset.workspace || ''
    guest.url = script.src.replace(/\/widget(\/\w+)?\.js.*/, '')
    isAuto = 'auto' in script.dataset
  }
  const api: Record<string, unknown> = { q: { push: call } }
  for (const name of Object.keys(verbs)) api[name] = (...args: unknown[]) => call([name, ...args])
  const early = before && before.q
  page.wayfelt = api
  // Whoever holds on to the stub goes on with the same.
  if (before) Object.assign(before, api)
  if (Array.isArray(early)) early.forEach(call)

  new MutationObserver(lookSoon).observe(document, { childList: true, subtree: true })
  addEventListener('popstate', lookSoon)
  addEventListener('hashchange', lookSoon)
  ;(window as typeof window & { navigation?: EventTarget }).navigation?.addEventListener('navigatesuccess', lookSoon)
  addEventListener('online', () => void queue.flush(true))
  addEventListener('pageshow', () => isUsed() && void queue.flush())
  addEventListener('pagehide', queue.leave)
  lookSoon()
  idle(() => isUsed() && void queue.flush())
}

try {
  start()
} catch {
  // A page that is stranger than we thought.
}
