import { toDom } from '../to-dom'
import { h } from '../tree'
import { type Asking, makeAsking, type Place, shadeOf } from './asking'
import type { Offer } from './guest'

// Above the page, but never over the whole of it. What the page's own rules could reach from outside is said with weight.
const CSS = `:host{all:initial!important;position:fixed!important;z-index:2147483647!important;display:block!important;right:24px!important;bottom:24px!important;width:376px!important}
:host([data-side=left]){right:auto!important;left:24px!important}:host([data-form=slide]){right:0!important}:host([data-form=slide][data-side=left]){right:auto!important;left:0!important}
:host([data-form=tab]){right:0!important;bottom:auto!important;top:50%!important;width:auto!important;transform:translateY(-50%)!important}:host([data-form=tab][data-side=left]){right:auto!important;left:0!important;transform:translateY(-50%) rotate(180deg)!important}
.card{all:initial;display:block;box-sizing:border-box;max-height:calc(100vh - 48px);padding:18px;overflow:auto;overscroll-behavior:contain;background:var(--surface);
border:1px solid var(--border);border-radius:10px;box-shadow:0 16px 48px -8px #1118204d}
.x{position:absolute;top:8px;right:8px;width:32px;height:32px;padding:0}[dir=rtl]~.x{right:auto;left:8px}
.foot{display:flex;justify-content:space-between;gap:12px;margin-top:16px;padding-top:12px;border-top:1px solid var(--border);font:12px/1.5 system-ui,sans-serif;color:var(--text-3)}
.x,.later,.tab{border:0;border-radius:6px;background:none;font:inherit;color:var(--text-2);cursor:pointer}.x:hover{background:var(--sunken)}
.later{flex:none;min-height:24px;text-decoration:underline}
.tab{padding:16px 9px;border-radius:10px 0 0 10px;background:var(--accent);color:var(--on-accent);font:500 14px/1.3 system-ui,sans-serif;writing-mode:vertical-rl}
@media(max-width:479px){:host(:not([data-form=tab])){left:0!important;right:0!important;bottom:0!important;width:auto!important}.card{max-height:80vh;border-width:1px 0 0;border-radius:10px 10px 0 0}.x,.later{min-width:44px;min-height:44px}}
@media(prefers-reduced-motion:no-preference){.card{animation:i .24s cubic-bezier(.2,.7,.2,1)}@keyframes i{from{opacity:0;transform:translateY(16px)}}
:host([data-form=slide]) .card{animation-name:s}@keyframes s{from{transform:translateX(100%)}}}`

function hostFor({ side }: Offer, form: string): HTMLElement {
  const host = document.createElement('div')
  Object.assign(host.dataset, { form, side })
  return host
}

/** The survey in a window of its own; `onClosed` is told after it is gone. Gives the way to close it. */
export function openWindow(offer: Offer, place: Place, isWanted: boolean, onClosed: (hadFocus: boolean) => void): (isDismissed: boolean) => void {
  const { survey, form } = offer
  const { words, privacy, privacyLink, questions } = survey
  const host = hostFor(offer, form)
  const root = shadeOf(host, offer, CSS)
  const before = document.activeElement
  const asking: Asking = makeAsking(offer, root, place, (isDone) => {
    if (isDone) later.textContent = words.close
  })
  const link = privacyLink && [' · ', h('a', { href: privacyLink, target: '_blank', rel: 'noopener' }, words.privacy)]
  const x = toDom(h('button', { type: 'button', class: 'x', 'aria-label': words.close }, '✕'))
  const later = toDom(h('button', { type: 'button', class: 'later' }, words.notNow))
  const foot = toDom(h('div', { class: 'foot', dir: survey.dir }, h('span', {}, words[privacy], link)))
  const name = questions[0] && `text-${questions[0].id}`
  const card = toDom(h('div', { class: 'card', role: 'dialog', 'aria-modal': 'false', 'aria-labelledby': name, lang: survey.language }))
  foot.append(later)
  card.append(asking.box, x, foot)
  root.append(card)

  function close(isDismissed: boolean): void {
    const hadFocus = root.activeElement
    document.removeEventListener('keydown', escape)
    asking.left(isDismissed)
    host.remove()
    if (hadFocus && before instanceof HTMLElement) before.focus()
    onClosed(!!hadFocus)
  }
  const dismiss = () => close(true)
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) dismiss()
  }
  const look = () => {
    if (document.visibilityState === 'hidden') return
    document.removeEventListener('visibilitychange', look)
    asking.shown()
  }
  x.onclick = later.onclick = dismiss
  document.addEventListener('keydown', escape)
  document.addEventListener('visibilitychange', look)
  document.body.append(host)
  look()
  if (isWanted) asking.box.querySelector('h2')?.focus()
  return close
}

/** The button that opens it when somebody presses it. */
export function putButton(offer: Offer, onPressed: () => void): HTMLElement {
  const host = hostFor(offer, 'tab')
  const button = toDom(h('button', { type: 'button', class: 'tab', dir: 'auto' }, offer.label || offer.survey.words.feedback))
  button.onclick = onPressed
  shadeOf(host, offer, CSS).append(button)
  document.body.append(host)
  return button
}
