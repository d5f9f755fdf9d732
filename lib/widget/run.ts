import { askedOf } from './flow'
import { faultsIn, isEmpty, neededSentence, readData, wrongSentence } from './scale'
import { type Root, type Running, screenOf } from './screen'
import type { Data, Given, Needed } from './types'
import { fill } from './words'

/** How far this person is. */
export type Progress = {
  submissionId: string
  revision: number
  /** What the last revision said, as JSON: the same again is sent under the same number. */
  sent: string
  /** The question that is seen; '' where all are, null after the last. */
  at: string | null
  /** Questions that were seen: only what somebody saw is sent. */
  seen: readonly string[]
  given: Given
}

export type Part = { submissionId: string; revision: number; data: Data; finished: boolean; trap?: string | undefined }
export type Refusal = { status: number; detail: string; errors: readonly { pointer: string; code: string }[] }

/** `refusal` is null when nothing came through at all. */
export type Sent = { ok: true } | { ok: false; refusal: Refusal | null }

/** What a form needs of the page it stands in. */
export type Io = {
  /** Settles when this revision is stored, kept safely, or refused. It may be told that this takes its time. */
  send(part: Part, onTrouble: () => void): Promise<Sent>
  read(): Progress | null
  keep(progress: Progress): void
  /** Says whether it took care of a refusal itself. */
  refused?(refusal: Refusal): boolean
  /** Digits choose and Enter goes on, where the page has room for that. */
  listen?(form: HTMLFormElement, goOn: () => void): void
  onStart?(): void
  onStep?(): void
  onDone?(): void
}

/** Brings a survey's form to life: step by step or all at once, each step saved as soon as it is given. */
export function run(root: Root, form: HTMLFormElement, survey: Running, io: Io): { submissionId(): string } {
  const { questions, words } = survey
  const screen = screenOf(root, form, survey)
  const isOne = survey.steps === 'one'
  let isBusy = false
  let isSaved = false
  let progress: Progress = io.read() ?? fresh()

  /** Where the page begins as it was made; after a refusal at the question that was refused. */
  function fresh(): Progress {
    const now = questions.filter(({ id }) => !screen.boxOf(id)?.disabled)
    const at = Math.max(0, now.findIndex(({ id }) => screen.faultOf(id) !== ''))
    return {
      submissionId: screen.field('submissionId'),
      revision: Number(screen.field('revision')) - 1,
      sent: '',
      at: isOne ? (now[at]?.id ?? '') : '',
      seen: now.slice(0, at).map(({ id }) => id),
      given: screen.given(),
    }
  }

  const asked = () => askedOf(questions, readData(questions, screen.given()))
  const here = () => asked().findIndex(({ id }) => id === progress.at)

  /** The answers that were seen and still follow from each other. */
  function dataNow(): Data {
    const isSeen = ({ id }: { id: string }) => !isOne || progress.seen.includes(id)
    return readData(asked().filter(isSeen), screen.given())
  }

  function keep(change: Partial<Progress>): void {
    progress = { ...progress, given: screen.given(), ...change }
    io.keep(progress)
  }

  function show(): void {
    if (progress.at === null) return screen.finish()
    screen.show(asked(), progress.at || undefined, isSaved)
  }

  function goTo(at: string | null): void {
    keep({ at })
    screen.tell('')
    show()
    screen.focusOn(at)
    if (at === null) io.onDone?.()
    else io.onStep?.()
  }

  /** Saves these answers as the whole answer so far; says whether it stands. */
  async function save(data: Data, finished: boolean): Promise<boolean> {
    const content = JSON.stringify([data, finished])
    if (content !== progress.sent) keep({ revision: progress.revision + 1, sent: content })
    else if (!finished) return true
    const { submissionId, revision } = progress
    const sent = await io.send({ submissionId, revision, data, finished, trap: screen.trap() }, () => finished && screen.tell(words.slow, true))
    if (sent.ok) isSaved = true
    else if (sent.refusal) refused(sent.refusal)
    else if (finished) screen.tell(words.unsent)
    return sent.ok
  }

  function refused(refusal: Refusal): void {
    screen.setField('submissionId', progress.submissionId)
    screen.setField('revision', String(progress.revision))
    if (io.refused?.(refusal)) return
    const codes = new Map(refusal.errors.map(({ pointer, code }) => [pointer.replace('/data/', ''), code]))
    const wrong = questions.filter(({ id }) => codes.has(id))
    if (wrong.length === 0) return screen.tell(`${words.refused} ${refusal.detail}`)
    if (isOne && wrong[0]) keep({ at: wrong[0].id })
    show()
    screen.point(Object.fromEntries(wrong.map((q) => [q.id, codes.get(q.id) === 'required' ? neededSentence(q, words) : wrongSentence(q, words)])))
  }

  async function goOn(): Promise<void> {
    if (isBusy || progress.at === null) return
    const now = asked()
    const [i, isLast] = isOne ? [here(), here() === now.length - 1] : [0, true]
    const current = now[i]
    if (isOne && current && !progress.seen.includes(current.id)) keep({ seen: [...progress.seen, current.id] })
    const data = dataNow()
    const faults = faultsIn(isOne && current ? [current] : now, data, words)
    screen.tell('')
    screen.point(faults)
    if (Object.keys(faults).length > 0) return
    if (!isLast) {
      if (!isEmpty(data)) void save(data, false).then((isStored) => isStored && progress.at && show())
      return goTo(now[i + 1]?.id ?? null)
    }
    if (isEmpty(data)) return screen.tell(words.nothing)
    isBusy = true
    screen.busy(true)
    const isStored = await save(data, true)
    isBusy = false
    screen.busy(false)
    if (isStored) goTo(null)
    else show()
  }

  function skip(): void {
    if (isBusy || !progress.at) return
    screen.put(progress.at, [])
    void goOn()
  }

  /** "None of these" stands alone, and one box too many is not ticked. */
  function ticked(box: HTMLInputElement, { id, instrument, most }: Needed): void {
    const texts = screen.given()[id] ?? []
    const left = instrument === 'emotions' && texts.length > 1 ? texts.filter((text) => (text === 'none') === (box.value === 'none')) : texts
    if (left.length < texts.length) screen.put(id, left)
    if (most === undefined || left.length <= most) return
    box.checked = false
    screen.point({ [id]: fill(words.tooMany, { n: most }) }, false)
  }

  /** Follow-ups come and go with what they follow from. */
  function changed({ target }: Event): void {
    const box = (target as Element).closest<HTMLElement>('[data-question]')
    const question = questions.find(({ id }) => id === box?.dataset.question)
    if (!question) return
    screen.point({}, false)
    if (target instanceof HTMLInputElement && target.checked) ticked(target, question)
    keep({})
    show()
  }

  form.noValidate = true
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void goOn()
  })
  form.addEventListener('change', changed)
  form.addEventListener('input', () => io.onStart?.(), { once: true })
  form.querySelector('.skip')?.addEventListener('click', skip)
  form.querySelector('.back')?.addEventListener('click', () => {
    const before = asked()[here() - 1]
    if (before && !isBusy) goTo(before.id)
  })
  io.listen?.(form, () => void goOn())
  for (const { id } of questions) screen.put(id, progress.given[id] ?? [])
  if (isOne && progress.at !== null && here() < 0) keep({ at: asked()[0]?.id ?? '' })
  show()
  return { submissionId: () => progress.submissionId }
}
