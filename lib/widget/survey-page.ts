import { listenToKeys } from './keys'
import { keepProgress, nextRevision, type Progress, readProgress } from './progress'
import { missing, neededSentence, readData, wrongSentence } from './scale'
import { screenOf } from './screen'
import { type Refusal, send } from './send'
import type { Given, Needed, Ticket } from './types'

// What the page does when scripts run: the first question, then the rest, each saved as soon as it is given.

const UNSENT = 'Your answer could not be sent. It is still here: check your connection, then press the button again.'
const SLOW = 'The connection is slow. Your answer is kept here and is being sent again.'

type Script = Ticket & { questions: readonly Needed[] }

function start(form: HTMLFormElement, { url, surveyId, body, questions }: Script): void {
  const [first, ...rest] = questions
  if (!first) return
  const screen = screenOf(form, questions)
  let progress = readProgress(surveyId) ?? screen.fresh(surveyId)
  let isBusy = false
  const isFirstStep = () => progress.view === 'first' && rest.length > 0

  function show(): void {
    const score = first && first.instrument !== 'comment' && first.instrument !== 'sentiment' && progress.given[first.id]
    screen.show(progress.view, !isFirstStep(), score ? `Your score of ${score} is saved.` : 'Your answer is saved.')
  }

  function goTo(view: Progress['view']): void {
    progress = { ...progress, view }
    keepProgress(progress)
    show()
    screen.focusOn(view)
  }

  /** Saves the answers to these questions as the whole answer so far; says whether it stands. */
  async function save(given: Given, answered: readonly Needed[], finished: boolean): Promise<boolean> {
    const data = readData(answered, given)
    const content = JSON.stringify([data, finished])
    progress = { ...progress, given, revision: nextRevision(progress, content), sent: content }
    keepProgress(progress)
    isBusy = true
    screen.busy(true)
    const { submissionId, revision } = progress
    const sent = await send(url, { ...body, surveyId, submissionId, revision, data, finished }, () => screen.tell(SLOW, true))
    isBusy = false
    screen.busy(false)
    show()
    screen.tell('')
    if (!sent.ok) refused(sent.refusal)
    return sent.ok
  }

  function refused(refusal: Refusal | null): void {
    if (refusal === null) return screen.tell(UNSENT)
    // More than the API takes at once: the form itself takes it.
    if (refusal.status === 413) return submitPlainly()
    if (refusal.status === 409 || refusal.status === 404) return location.reload()
    const codes = new Map(refusal.errors.map(({ pointer, code }) => [pointer.replace('/data/', ''), code]))
    const wrong = questions.filter(({ id }) => codes.has(id))
    if (wrong.length === 0) return screen.tell(`Your answer was not taken. ${refusal.detail}`)
    screen.point(Object.fromEntries(wrong.map((q) => [q.id, codes.get(q.id) === 'required' ? neededSentence(q) : wrongSentence(q)])))
  }

  function submitPlainly(): void {
    screen.setField('submissionId', progress.submissionId)
    screen.setField('revision', String(progress.revision))
    form.submit()
  }

  async function next(): Promise<void> {
    if (isBusy || !first) return
    const isFirst = isFirstStep()
    const [given, shown] = [screen.given(), isFirst ? [first] : questions]
    const data = readData(shown, given)
    const faults = missing(shown, data)
    screen.tell('')
    screen.point(faults)
    if (Object.keys(faults).length > 0) return
    if (Object.keys(data).length > 0) {
      if (await save(given, shown, !isFirst)) goTo(isFirst ? 'rest' : 'thanks')
    } else if (isFirst) goTo('rest')
    else screen.tell('Nothing is answered yet.')
  }

  async function skip(): Promise<void> {
    if (isBusy || !first) return
    if (Object.keys(readData([first], screen.given())).length === 0) return screen.tell('Nothing is answered yet.')
    if (await save(screen.given(), [first], true)) goTo('thanks')
  }

  form.noValidate = true
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void next()
  })
  form.querySelector('#skip')?.addEventListener('click', () => void skip())
  form.querySelector('#change')?.addEventListener('click', () => goTo('first'))
  listenToKeys(form, () => void next())
  screen.fill(progress.given)
  show()
}

const form = document.querySelector<HTMLFormElement>('form[data-ticket]')
if (form) start(form, JSON.parse(form.dataset.ticket ?? '') as Script)
