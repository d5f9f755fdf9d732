import { isUsed, openQueue } from './embed/queue'
import type { Ticket } from './page'
import { kiosk } from './page/kiosk'
import { carryProgress, keepProgress, readProgress } from './page/progress'
import { send } from './page/send'
import { listenToKeys } from './keys'
import { run, type Sent } from './run'
import type { Running } from './screen'
import { solve } from './work'

// What the hosted page does when scripts run.

type Script = Ticket & Running

// A program that only fetches the page, or looks at it for a moment, was not asked.
const LOOKED_MS = 1_000

const NOTHING_CAME_THROUGH: Sent = { ok: false, refusal: null }

function start(form: HTMLFormElement, { url, surveyId, body, touchpoint, view, work, isKiosk, ...survey }: Script): void {
  const begun = readProgress(surveyId)
  let worked: Promise<string> | undefined
  let displayId = begun?.displayId
  const workFor = () => (view && work ? (worked ??= solve(view, work)) : undefined)
  const again = () => {
    keepProgress(surveyId, null)
    location.replace(location.href)
  }
  const stand = isKiosk ? kiosk(again) : null

  /** Says once that somebody was asked: it is known by the submission that it may lead to. */
  function shown(): void {
    const id = running.submissionId()
    if (displayId === id) return
    displayId = id
    const { channel, userId } = body
    void send(`${url}displays`, { displayId, surveyId, form: 'page', touchpoint, channel, userId }, () => {})
  }

  const queue = openQueue(() => {})
  let goOn = () => {}
  let isWaiting = false

  const running = run(document, form, survey, {
    async send({ trap, ...part }, onTrouble) {
      shown()
      const proof = { view, work: await workFor(), trap }
      const whole = { ...body, surveyId, ...part, displayId, proof }
      const to = `${url}responses`
      const sent = navigator.onLine ? await send(to, whole, onTrouble) : NOTHING_CAME_THROUGH
      isWaiting = part.finished && !sent.ok && sent.refusal === null
      // It may stay away for days: the next page of ours on this device sends it then.
      if (!sent.ok && sent.refusal === null) await queue.send({ id: part.submissionId, url: to, body: JSON.stringify(whole), revision: part.revision })
      return sent
    },
    read: () => begun,
    keep: (progress) => keepProgress(surveyId, { ...progress, displayId }),
    // Closed, gone, a link that was used, or more than the API takes at once: the form itself is sent, and a page answers.
    refused({ status }) {
      const isForPage = [403, 404, 409, 413].includes(status)
      if (isForPage) form.submit()
      return isForPage
    },
    listen(_, next) {
      goOn = next
      listenToKeys(form, next)
    },
    onStart() {
      shown()
      void workFor()
    },
    onStep: () => scrollTo(0, 0),
    onDone() {
      scrollTo(0, 0)
      stand?.done()
    },
  })
  addEventListener('online', () => {
    void queue.flush(true)
    // The same revision once more counts once, and leads to the thanks.
    if (isWaiting) goOn()
  })
  addEventListener('pagehide', () => queue.leave())
  if (isUsed()) void queue.flush(true)
  if (!isKiosk) setTimeout(() => document.visibilityState === 'visible' && shown(), LOOKED_MS)
  for (const link of document.querySelectorAll('nav a')) link.addEventListener('click', () => carryProgress(surveyId))
}

const form = document.querySelector<HTMLFormElement>('form[data-ticket]')
if (form) start(form, JSON.parse(form.dataset.ticket ?? '') as Script)
