import { type Fault, fault, invalid } from '#lib/errors'
import { pointer } from '#lib/http/problem'
import { SCALES } from '#lib/stats/instruments'
import type { Question } from '#lib/surveys/definition'
import type { Answer } from './answer'
import type { Submission } from './input'
import type { Known } from './lookup'

type Scored = Exclude<Question['instrument'], 'comment'>

// Sentiment is asked from -1 to 1 and kept in hundredths; a decimal such as 0.29 is a hair off its hundredth in binary.
function toSteps(instrument: Scored, value: number): number {
  if (instrument !== 'sentiment') return value + 0
  const nearest = Math.round(value * 100)
  return Math.abs(value * 100 - nearest) < 1e-9 ? nearest + 0 : value * 100
}

const shownScale = (instrument: Scored) => (instrument === 'sentiment' ? 'from -1 to 1' : `from ${SCALES[instrument].lo} to ${SCALES[instrument].hi}`)

function readScore(question: Question, instrument: Scored, value: unknown, at: string): number | Fault {
  const { lo, hi } = SCALES[instrument]
  if (typeof value !== 'number') return fault(at, 'invalid_type', `The answer to "${question.id}" must be a number ${shownScale(instrument)}.`)
  const steps = toSteps(instrument, value)
  if (steps < lo || steps > hi) return fault(at, 'out_of_scale', `The answer to "${question.id}" must be ${shownScale(instrument)}.`)
  if (!Number.isInteger(steps)) {
    const step = instrument === 'sentiment' ? 'in steps of 0.01' : 'a whole number'
    return fault(at, 'not_whole', `The answer to "${question.id}" must be ${step}.`)
  }
  return steps
}

function readAnswer(question: Question, value: unknown, touchpoint: string, at: string): Answer | Fault | null {
  const { id: questionId, instrument } = question
  const there = question.touchpoint ?? touchpoint
  if (instrument === 'comment') {
    if (typeof value !== 'string') return fault(at, 'invalid_type', `The answer to "${question.id}" must be a text.`)
    return value.trim() === '' ? null : { questionId, touchpoint: there, instrument, score: null, reversed: false, body: value }
  }
  const score = readScore(question, instrument, value, at)
  if (typeof score !== 'number') return score
  return { questionId, touchpoint: there, instrument, score, reversed: question.reversed ?? false, body: null }
}

/** The touchpoint that an answer belongs to: named, else its stage's overall, else the survey's own. */
function placeOf({ survey, structure }: Known, body: Submission, faults: Fault[]): string {
  if (body.journey !== undefined && body.journey !== structure.key) {
    faults.push(fault('/journey', 'unknown_journey', `This survey belongs to the journey "${structure.key}".`))
  }
  if (body.stage !== undefined && !structure.stages.some((stage) => stage.key === body.stage)) {
    faults.push(fault('/stage', 'unknown_stage', `The journey has no stage with the key "${body.stage}".`))
  }
  if (body.touchpoint !== undefined && !Object.hasOwn(structure.stageOf, body.touchpoint)) {
    faults.push(fault('/touchpoint', 'unknown_touchpoint', `The journey has no touchpoint with the key "${body.touchpoint}".`))
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
      : fault(pointer(['data', id]), 'unknown_question', `The survey has no question "${id.slice(0, 40)}".`)
    if (answer && 'pointer' in answer) faults.push(answer)
    else if (answer) answers.push(answer)
  }
  if (body.finished) {
    for (const question of known.questions.values()) {
      if (!question.required) continue
      const at = `/data/${question.id}`
      const isSaid = answers.some((a) => a.questionId === question.id) || faults.some((f) => f.pointer === at)
      if (!isSaid) faults.push(fault(at, 'required', `"${question.text.slice(0, 80)}" needs an answer.`))
    }
  }
  const [first, ...rest] = faults
  if (first) throw invalid(first, ...rest.slice(0, 19))
  return { touchpoint, answers }
}
