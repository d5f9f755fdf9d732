import { toDom } from '../to-dom'
import { h } from '../tree'
import { type Asking, makeAsking, placeIn, shadeOf } from './asking'
import { ask, type Offer } from './guest'

// A surface of its own: a light page is also seen on devices that like it dark, and the other way round.
const CSS = '.room{all:initial;display:block;box-sizing:border-box;padding:16px;overflow:auto;background:var(--surface);border-radius:10px}'

/** Asks and fills one place of a page, when it comes near; gives the way to let go of it. */
export function fillSlot(slot: HTMLElement): () => void {
  const place = placeIn(slot.dataset)
  let asking: Asking | undefined
  let offer: Offer | null = null
  let isAsked = false
  let isGone = false

  /** Never makes the page jump: what is on screen keeps its height until the person uses it. */
  function fill(room: number): void {
    if (!offer || asking || isGone) return
    const root = shadeOf(slot, offer, CSS)
    const box = toDom(h('div', { class: 'room' }))
    asking = makeAsking(offer, root, place, () => {})
    box.append(asking.box)
    root.append(box)
    if (room > 0) {
      box.style.height = `${room}px`
      for (const use of ['input', 'click']) box.addEventListener(use, () => (box.style.height = ''))
    }
    document.removeEventListener('click', clicked)
    near.disconnect()
    sight.observe(slot)
  }
  const clicked = () => fill(0)

  function roomIn(): number {
    const { paddingTop, paddingBottom } = getComputedStyle(slot)
    return slot.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom)
  }

  async function come(): Promise<void> {
    if (!isAsked) {
      isAsked = true
      const state = await ask({ survey: slot.dataset.wayfeltSurvey || '', form: 'inline', ...(place.touchpoint && { touchpoint: place.touchpoint }) })
      offer = state && state.show
      document.addEventListener('click', clicked)
    }
    const room = roomIn()
    if (slot.getBoundingClientRect().top >= innerHeight) fill(0)
    else if (room > 0) fill(room)
  }

  const near = new IntersectionObserver(([entry]) => {
    if (isAsked || (entry && entry.isIntersecting)) void come().catch(() => {})
  }, { rootMargin: '0px 0px 600px 0px', threshold: [0, 0.01] })
  const sight = new IntersectionObserver(([entry]) => {
    // A third of it, or of the screen.
    if (asking && entry && entry.isIntersecting && entry.intersectionRect.height > Math.min(entry.boundingClientRect.height, innerHeight) / 3) asking.shown()
  }, { threshold: [0, 0.1, 0.2, 0.34] })
  near.observe(slot)

  return () => {
    isGone = true
    near.disconnect()
    sight.disconnect()
    document.removeEventListener('click', clicked)
    if (asking) asking.left(false)
  }
}
