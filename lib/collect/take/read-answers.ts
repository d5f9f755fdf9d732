import { type Fault, fault, invalid } from '#lib/errors'
import { pointer } from '#lib/http/problem'
import type { Question } from '#lib/surveys/definition'
import { askedOf } from '#lib/widget/flow'
import type { Answer } from '../answer'
import type { Submission } from '../input'
import type { Known } from '../lookup'
import { readValue } from './read-value'

function readAnswer(question: Question, value: unknown, touchpoint: string, at: string): Answer | Fault | null {
  const taken = readValue(question, value, at)
  if (taken === null || 'pointer' in taken) return taken
  const { id: questionId, instrument, reversed = false } = question
  return { questionId, touchpoint: question.touchpoint ?? touchpoint, instrument, reversed, ...taken }
}

/** A consent that is required has to be given: no is an answer to it, and not enough. */
const isEnough = (question: Question, { chosen }: Answer) => question.instrument !== 'consent' || chosen?.[0] === 'yes'

/** The touchpoint that an answer belongs to: named, else its stage's overall, else the survey's own. */
function placeOf({ survey, structure }: Known, body: Submission, faults: Fault[]): string {
  if (body.journey !== undefined && body.journey !== structure.key) {
    faults.push(fault('/journey', 'unknown_journey', 'This survey belongs to the journey "{journey}".', { journey: structure.key }))
  }
  if (body.stage !== undefined && !structure.stages.some((stage) => stage.key === body.stage)) {
    faults.push(fault('/stage', 'unknown_stage', 'The journey has no stage with the key "{key}".', { key: body.stage }))
  }
  if (body.touchpoint !== undefined && !Object.hasOwn(structure.stageOf, body.touchpoint)) {
    faults.push(fault('/touchpoint', 'unknown_touchpoint', 'The journey has no touchpoint with the key "{key}".', { key: body.touchpoint }))
  }
  const place = body.touchpoint ?? (body.stage === undefined ? survey.touchpoint : `${body.stage}.overall`)
  if (place === null) faults.push(fault('/touchpoint', 'required', 'Say at which stage or touchpoint this was answered.'))
  return place ?? ''
}

/** Check a parsed body against its survey; everything that is wrong is said at once, and then nothing is stored. */
export function readAnswers(known: Known, body: Submission): { touchpoint: string; answers: Answer[] } {
  const faults: Fault[] = []
  const touchpoint = placeOf(known, body, faults)
  const answers: Answer[] = []
  for (const [id, value] of Object.entries(body.data)) {
    const question = known.questions.get(id)
    // The id of a question needs no escaping; any other key may.
    const answer = question
      ? readAnswer(question, value, touchpoint, `/data/${id}`)
      : fault(pointer(['data', id]), 'unknown_question', 'The survey has no question "{id}".', { id: id.slice(0, 40) })
    if (answer && 'pointer' in answer) faults.push(answer)
    else if (answer) answers.push(answer)
  }
  if (body.finished) {
    for (const question of askedOf([...known.questions.values()], body.data)) {
      if (!question.required) continue
      const at = `/data/${question.id}`
      const isSaid = answers.some((a) => a.questionId === question.id && isEnough(question, a)) || faults.some((f) => f.pointer === at)
      if (!isSaid) faults.push(fault(at, 'required', '"{question}" needs an answer.', { question: question.text.slice(0, 80) }))
    }
  }
  const [first, ...rest] = faults
  if (first) throw invalid(first, ...rest.slice(0, 19))
  return { touchpoint, answers }
}
