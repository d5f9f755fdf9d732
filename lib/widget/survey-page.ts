import { listenToKeys } from './keys'
import { kiosk } from './page/kiosk'
import type { Ticket } from './page'
import { carryProgress, keepProgress, readProgress } from './page/progress'
import { send } from './page/send'
import { run } from './run'
import type { Running } from './screen'
import { solve } from './work'

// What the hosted page does when scripts run.

type Script = Ticket & Running

function start(form: HTMLFormElement, { url, surveyId, body, view, work, isKiosk, ...survey }: Script): void {
  const stand = isKiosk ? kiosk(surveyId) : null
  let worked: Promise<string> | undefined
  const workFor = () => (view && work ? (worked ??= solve(view, work)) : undefined)

  run(document, form, survey, {
    async send({ trap, ...part }, onTrouble) {
      const proof = { view, work: await workFor(), trap }
      return send(url, { ...body, surveyId, ...part, proof }, onTrouble)
    },
    read: () => readProgress(surveyId),
    keep: (progress) => keepProgress(surveyId, progress),
    refused({ status }) {
      // More than the API takes at once: the form itself takes it. Closed or gone: the page says so.
      if (status === 413) form.submit()
      else if ([403, 404, 409].includes(status)) location.replace(location.href)
      else return false
      return true
    },
    listen: listenToKeys,
    onStart: () => void workFor(),
    onStep: () => scrollTo(0, 0),
    onDone() {
      scrollTo(0, 0)
      stand?.done()
    },
  })
  for (const link of document.querySelectorAll('nav a')) link.addEventListener('click', () => carryProgress(surveyId))
}

const form = document.querySelector<HTMLFormElement>('form[data-ticket]')
if (form) start(form, JSON.parse(form.dataset.ticket ?? '') as Script)
