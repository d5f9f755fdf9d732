import { collector } from '#lib/collect/take/collector'
import { PUBLIC, Submission } from '#lib/collect/input'
import { fault, invalid, type Problem } from '#lib/errors'
import { badText, readCapped } from '#lib/http/body'
import { toProblem } from '#lib/http/problem'
import { isId } from '#lib/ids'
import { catalogueOf } from '#lib/surveys/words/catalogue'
import { askedOf, has } from '#lib/widget/flow'
import { faultsIn, isEmpty, neededSentence, readData, wrongSentence } from '#lib/widget/scale'
import type { AskedSurvey, Data, Faults, Given } from '#lib/widget/types'
import { askPage, thanksAddress } from './ask'
import { type Barred, barred, findInvitation } from './find'
import { tokenOf } from './query'
import { told, unknownPage } from './reply'
import type { Visit } from './visit'

// A text of 10,000 characters can take nine bytes for each in this encoding.
const MOST_BYTES = 256 * 1024
const MOST_TOKEN = 200

type Form = { given: Given; shown: string[]; passed: string[]; submissionId: string | undefined; revision: number; view: string | undefined; trap: string }

const NOTHING: Form = { given: {}, shown: [], passed: [], submissionId: undefined, revision: 0, view: undefined, trap: '' }

async function readForm(request: Request): Promise<Form> {
  const stream = (request.body ?? []) as AsyncIterable<Uint8Array>
  const form = new URLSearchParams(new TextDecoder().decode(await readCapped(stream, MOST_BYTES)))
  const names = [...new Set(form.keys())].filter((name) => name.startsWith('q.'))
  const [id, revision, view] = [form.get('submissionId'), form.get('revision') ?? '', form.get('view') ?? '']
  return {
    given: Object.fromEntries(names.map((name) => [name.slice(2), form.getAll(name)])),
    shown: form.getAll('shown'),
    passed: (form.get('passed') ?? '').split(' ').filter(Boolean),
    submissionId: isId(id) ? id : undefined,
    revision: /^\d{1,6}$/.test(revision) ? Number(revision) : 0,
    view: view === '' ? undefined : view.slice(0, MOST_TOKEN),
    trap: (form.get('trap') ?? '').slice(0, 500),
  }
}

/** A refusal in sentences for the person who answers; `''` is about the whole form. */
function faultsOf({ errors, code, status }: Problem, { questions, words, language }: AskedSurvey): Faults {
  const { messages } = catalogueOf(language)
  const said = questions.flatMap((question): [string, string][] => {
    const found = errors.find(({ pointer }) => pointer === `/data/${question.id}` || pointer.startsWith(`/data/${question.id}/`))
    return found ? [[question.id, found.code === 'required' ? neededSentence(question, words) : wrongSentence(question, words)]] : []
  })
  if (said.length > 0) return Object.fromEntries(said)
  if (code === 'idempotency_key_reused') return { '': messages.stored }
  if (code === 'body_too_large') return { '': messages.tooLong }
  if (status === 503 || status === 429) return { '': messages.busy }
  if (errors[0]?.code === 'empty') return { '': words.nothing }
  return { '': messages.again }
}

const LINKS: Readonly<Record<string, Barred>> = { invalid_token: 'badLink', token_expired: 'expired', token_used: 'used', required: 'invited' }

/** A refusal that no other answer would mend has a page of its own. */
async function closedBy(problem: Problem, visit: Visit): Promise<Response | null> {
  if (problem.code === 'not_found') return unknownPage([visit.survey.language])
  if (problem.code === 'survey_closed') return told(visit, (await barred(visit, await findInvitation(visit, tokenOf(visit.search)), false)) ?? 'full')
  const link = problem.errors.find(({ pointer }) => pointer === '/token')
  return link ? told(visit, LINKS[link.code] ?? 'badLink') : null
}

async function store({ ctx, place, survey, address }: Visit, { submissionId, revision, view, trap }: Form, data: Data, finished: boolean): Promise<void> {
  const unreadable = badText(data, ['data'])
  if (unreadable) throw invalid(unreadable)
  const proof = { ...(view && { view }), ...(trap && { trap }) }
  const body = Submission.parse({ ...place, submissionId, surveyId: survey.id, revision, data, finished, proof })
  await collector(ctx.db).submit(ctx, body, { ...PUBLIC, sender: { page: null, address } })
}

/**
 * Takes the form of somebody without scripts. Where questions follow that were not shown yet, what is given is stored and they
 * are shown; in the end it leads to the thanks. What is wrong comes back with a sentence and with everything that was typed.
 */
export async function takeForm(request: Request, visit: Visit): Promise<Response> {
  const { questions, words } = visit.survey
  let form = NOTHING
  try {
    form = await readForm(request)
    const asked = askedOf(questions, readData(questions, form.given))
    // A form that does not say what it showed was not made by this page: it is taken as one that showed everything.
    const shown = form.shown.length === 0 ? asked : asked.filter(({ id }) => form.shown.includes(id))
    const data = readData(shown, form.given)
    const faults = faultsIn(shown, data, words)
    if (Object.keys(faults).length > 0) return await again(visit, form, faults, 400)
    const next = asked.filter((question) => !shown.includes(question))
    if (next.length === 0 && isEmpty(data)) throw invalid(fault('/data', 'empty', 'Nothing is answered yet.'))
    if (!isEmpty(data)) await store(visit, form, data, next.length === 0)
    if (next.length === 0) return new Response(null, { status: 303, headers: { location: thanksAddress(visit), 'cache-control': 'no-store' } })
    return await askPage(visit, { ...form, passed: shown.map(({ id }) => id), revision: form.revision + 1 })
  } catch (error) {
    const problem = toProblem(error)
    return (await closedBy(problem, visit)) ?? again(visit, form, faultsOf(problem, visit.survey), problem.status, problem.headers)
  }
}

const again = (visit: Visit, { passed, ...form }: Form, faults: Faults, status: number, headers?: Record<string, string>): Promise<Response> =>
  askPage(visit, { ...form, passed: passed.filter((id) => !has(faults, id)), faults, status, ...(headers && { headers }) })
