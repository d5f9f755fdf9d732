import type { ResponseRow } from '#lib/collect/list'
import { formatIndex, formatNumber } from '#lib/stats/format'
import { formatMoment } from '#lib/stats/format-date'
import { EMOTION_UNIT, emotionUnits } from '#lib/stats/instruments'
import type { Definition, Question, Scored } from '#lib/surveys/definition'
import { en } from '#lib/surveys/words/en'
import { reasonText } from './reasons'

export type ShownScore = { name: string; text: string; index: number }

/** One answer as the list draws it: everything as text. */
export type ShownAnswer = {
  id: string
  held: boolean
  reviewed: boolean
  reasons: string[]
  scores: ShownScore[]
  words: string[]
  texts: string[]
  /** Every question that was answered, with what was said. */
  all: { question: string; said: string }[]
  facts: string[]
  version: number
}

type Answer = ResponseRow['answers'][number]
type Around = { definition: Definition; timeZone: string; placeName: (touchpoint: string) => string }

const NAMES: Record<Scored, string> = { nps: 'NPS', csat: 'CSAT', ces: 'CES', sentiment: 'Faces' }

const isScore = (instrument: string): instrument is Scored => instrument in NAMES

const EMOTIONS: Readonly<Record<string, string>> = en.words.emotions

/** A sentiment is shown like an index, from −100 to +100; the others as they were given. */
function scoreOf(instrument: Scored, value: number, reversed: boolean): ShownScore {
  const steps = instrument === 'sentiment' ? Math.round(100 * value) : value
  return {
    name: NAMES[instrument],
    text: instrument === 'sentiment' ? formatIndex(100 * value) : formatNumber(value),
    index: (100 * emotionUnits(instrument, steps, reversed)) / EMOTION_UNIT,
  }
}

/** The words for what was chosen; an option that is offered no longer keeps its id. */
function wordsOf({ instrument, value }: Answer, question: Question | undefined): string[] {
  if (instrument === 'consent') return [value === true ? 'Yes' : 'No']
  const ids = Array.isArray(value) ? value : [String(value)]
  if (instrument === 'emotions') return ids.map((id) => EMOTIONS[id] ?? id)
  return ids.map((id) => question?.options?.find((option) => option.id === id)?.label ?? id)
}

function saidOf(answer: Answer, question: Question | undefined): string {
  if (isScore(answer.instrument)) return scoreOf(answer.instrument, Number(answer.value), false).text
  return answer.instrument === 'comment' || answer.instrument === 'short' ? String(answer.value) : wordsOf(answer, question).join(', ')
}

export function shownAnswer(row: ResponseRow, { definition, timeZone, placeName }: Around): ShownAnswer {
  const order = new Map(definition.questions.map((question, i) => [question.id, i]))
  const answers = row.answers
    .toSorted((a, b) => (order.get(a.question) ?? 99) - (order.get(b.question) ?? 99))
    .map((answer) => ({ answer, question: definition.questions[order.get(answer.question) ?? -1] }))
  const places = new Set([row.touchpoint, ...row.answers.map(({ touchpoint }) => touchpoint)])
  const note = row.meta?.source === undefined ? null : String(row.meta.source)
  const facts = [formatMoment(new Date(row.occurredAt), timeZone), [...places].map(placeName).join(', '), row.channel, row.campaign, note, row.person, row.finished ? null : 'not finished']
  return {
    id: row.id,
    held: row.held,
    reviewed: row.reviewedAt !== null,
    reasons: row.heldFor.map(reasonText),
    scores: answers.flatMap(({ answer, question }) =>
      isScore(answer.instrument) ? [scoreOf(answer.instrument, Number(answer.value), question?.reversed ?? false)] : [],
    ),
    words: answers.flatMap(({ answer, question }) => (Array.isArray(answer.value) || answer.instrument === 'choice' ? wordsOf(answer, question) : [])),
    texts: answers.flatMap(({ answer }) => (answer.instrument === 'comment' || answer.instrument === 'short' ? [String(answer.value)] : [])),
    all: answers.map(({ answer, question }) => ({ question: question?.text ?? answer.question, said: saidOf(answer, question) })),
    facts: facts.filter((fact) => fact !== null),
    version: row.version,
  }
}
