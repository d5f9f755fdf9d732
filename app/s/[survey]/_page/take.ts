import { collector } from '#lib/collect/collector'
import { Submission } from '#lib/collect/input'
import { fault, invalid, type Problem } from '#lib/errors'
import { badText, readCapped } from '#lib/http/body'
import { toProblem } from '#lib/http/problem'
import { isId } from '#lib/ids'
import { neededSentence, readData, wrongSentence } from '#lib/widget/scale'
import type { AskedQuestion, Faults, Given } from '#lib/widget/types'
import { askPage } from './ask'
import type { Found } from './find'
import type { Place } from './query'
import { closedPage, unknownPage } from './reply'

// A text of 10,000 characters can take nine bytes for each in this encoding.
const MOST_BYTES = 256 * 1024

type Form = { given: Given; submissionId: string | undefined; revision: number }

async function readForm(request: Request): Promise<Form> {
  const stream = (request.body ?? []) as AsyncIterable<Uint8Array>
  const form = new URLSearchParams(new TextDecoder().decode(await readCapped(stream, MOST_BYTES)))
  const given = Object.fromEntries([...form].filter(([name]) => name.startsWith('q.')).map(([name, value]) => [name.slice(2), value]))
  const [id, revision] = [form.get('submissionId'), form.get('revision') ?? '']
  return { given, submissionId: isId(id) ? id : undefined, revision: /^\d{1,6}$/.test(revision) ? Number(revision) : 0 }
}

/** A refusal in sentences for the person who answers; `''` is about the whole form. */
function faultsOf(problem: Problem, questions: readonly AskedQuestion[]): Faults {
  const said = questions.flatMap((question): [string, string][] => {
    const found = problem.errors.find(({ pointer }) => pointer === `/data/${question.id}`)
    return found ? [[question.id, found.code === 'required' ? neededSentence(question) : wrongSentence(question)]] : []
  })
  if (said.length > 0) return Object.fromEntries(said)
  if (problem.code === 'idempotency_key_reused') return { '': 'An answer from this page is stored already. Open the link again to send another.' }
  if (problem.status === 503) return { '': 'We are busy just now. Nothing that you typed is lost: please send it again in a moment.' }
  if (problem.errors[0]?.pointer === '/data') return { '': problem.errors[0].message }
  return { '': 'Your answer could not be stored. Please send it again.' }
}

async function store({ ctx, known }: Found, place: Place, { given, submissionId, revision }: Form): Promise<void> {
  const data = readData(known.survey.definition.questions, given)
  const unreadable = badText(data, ['data'])
  if (unreadable) throw invalid(unreadable)
  if (Object.keys(data).length === 0 && known.survey.definition.questions.every((q) => !q.required)) {
    throw invalid(fault('/data', 'required', 'Nothing is answered yet.'))
  }
  const body = Submission.parse({ ...place, submissionId, surveyId: known.survey.id, revision, data, finished: true })
  await collector(ctx.db).submit(ctx, body)
}

/** Takes the form of somebody without scripts: stored and sent on, or the page again with what is wrong. */
export async function takeForm(request: Request, found: Found, place: Place): Promise<Response> {
  let form: Form = { given: {}, submissionId: undefined, revision: 0 }
  try {
    form = await readForm(request)
    await store(found, place, form)
    return new Response(null, { status: 303, headers: { location: `/s/${found.known.survey.id}?done=1`, 'cache-control': 'no-store' } })
  } catch (error) {
    const problem = toProblem(error)
    if (problem.code === 'survey_closed') return closedPage(found.known.survey.definition.company)
    if (problem.code === 'not_found') return unknownPage()
    const faults = faultsOf(problem, found.known.survey.definition.questions)
    return askPage(found, place, { ...form, faults, status: problem.status, headers: problem.headers })
  }
}
