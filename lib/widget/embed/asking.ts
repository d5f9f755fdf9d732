import { run } from '../run'
import { toDom } from '../to-dom'
import { h } from '../tree'
import type { Data } from '../types'
import { solve } from '../work'
import { emit, guest, now, type Offer, post, remember, tell } from './guest'
import { newId } from './store'

const MOST_BYTES = 16_384
const PATIENCE_MS = 300

/** Where the page says that an answer belongs. */
export type Place = { touchpoint?: string | undefined; channel?: string | undefined }

export const placeIn = ({ touchpoint, channel }: DOMStringMap): Place => ({ touchpoint, channel })

export type Asking = {
  box: HTMLElement
  /** It is really before somebody's eyes. */
  shown(): void
  /** It is taken away, by the person or by the page. */
  left(isDismissed: boolean): void
}

/** A closed shadow under `host` with our styles in it, over which no policy of the page has a say. */
export function shadeOf(host: HTMLElement, offer: Offer, own: string): ShadowRoot {
  const root = host.attachShadow({ mode: 'closed' })
  const css = offer.css + own
  const { theme } = offer.survey
  // The page's own element keeps its attributes as they are wherever it can.
  if (theme !== 'auto') host.dataset.theme = theme
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [sheet]
  } catch {
    // Browsers that know no such sheets yet.
    root.append(toDom(h('style', {}, css)))
  }
  // What somebody types in here is no shortcut of the page's.
  for (const kind of ['keydown', 'keypress', 'keyup']) {
    root.addEventListener(kind, (event) => /^(Esc|Tab)/.test((event as KeyboardEvent).key) || event.stopPropagation())
  }
  return root
}

const longestOf = (data: Data): string =>
  Object.keys(data).sort((a, b) => String(data[b]).length - String(data[a]).length)[0] || ''

/** A survey's form in a box, whose answers, and what else happens with it, reach the server. `root` is where the box will be. */
export function makeAsking({ survey, form, view, work, touchpoint, tree, thanks }: Offer, root: ShadowRoot, place: Place, onStep: (isDone?: boolean) => void): Asking {
  const { id: surveyId, language, dir } = survey
  const displayId = newId()
  const about = { surveyId, touchpoint: touchpoint || undefined, ...place, userId: guest.userId || undefined }
  const box = toDom(h('div', { class: 'ask', dir, lang: language }, tree, thanks))
  const [element, end] = box.children as unknown as [HTMLFormElement, HTMLElement]
  end.hidden = true
  let isShown = false
  let isStarted = false
  let isOver = false
  let occurredAt: string | undefined
  let solved: Promise<string> | undefined

  function left(isDismissed: boolean): void {
    if (isShown && !isOver && (isStarted || isDismissed)) {
      const kind = isDismissed ? 'dismissed' : 'abandoned'
      tell(kind, about)
      emit(kind, { surveyId })
    }
    isOver = true
    removeEventListener('pagehide', gone)
  }
  const gone = () => left(false)

  root.append(box)
  run(root, element, survey, {
    read: () => null,
    keep() {},
    async send({ submissionId, revision, data, finished, trap }) {
      occurredAt = occurredAt || now()
      const proof = { view, work: work ? await (solved || solve(view, work)) : undefined, trap }
      const body = { ...about, submissionId, revision, data, finished, displayId, occurredAt, language, attributes: guest.attributes, proof }
      if (new TextEncoder().encode(JSON.stringify(body)).length > MOST_BYTES) {
        return { ok: false, refusal: { status: 413, detail: '', errors: [{ pointer: `/data/${longestOf(data)}`, code: '' }] } }
      }
      // It is kept, whatever becomes of the connection: nobody need wait for that.
      await Promise.race([post('responses', submissionId, body, revision), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
      if (finished) {
        isOver = true
        remember(surveyId, true)
        emit('answered', { surveyId })
      }
      return { ok: true }
    },
    onStart() {
      isStarted = true
    },
    onStep,
    onDone: () => onStep(true),
  })

  return {
    box,
    shown() {
      if (isShown || isOver) return
      isShown = true
      if (work) solved = solve(view, work)
      void post('displays', displayId, { displayId, form, occurredAt: now(), ...about })
      if (form === 'popup' || form === 'slide') remember(surveyId)
      addEventListener('pagehide', gone)
      emit('shown', { surveyId })
    },
    left,
  }
}
