import type { ResponseRow } from '#lib/collect/results/list'
import { EMOTION_UNIT, emotionUnits } from '#lib/stats/instruments'
import type { Definition, Question, Scored } from '#lib/surveys/definition'
import { catalogueOf } from '#lib/surveys/words/catalogue'
import type { Say } from '#lib/words/say'
import type { useWords } from '#words'

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

type Words = ReturnType<typeof useWords<'answers'>>
type Answer = ResponseRow['answers'][number]
type Around = { definition: Definition; timeZone: string; placeName: (touchpoint: string) => string }

const isScore = (instrument: string): instrument is Scored => ['nps', 'csat', 'ces', 'sentiment'].includes(instrument)

/** A sentiment is shown like an index, from −100 to +100; the others as they were given. */
function scoreOf(say: Say, t: Words, instrument: Scored, value: number, reversed: boolean): ShownScore {
  const steps = instrument === 'sentiment' ? Math.round(100 * value) : value
  return {
    name: instrument === 'sentiment' ? t('each.faces') : t(`question.instruments.${instrument}`),
    text: instrument === 'sentiment' ? say.index(100 * value) : say.number(value),
    index: (100 * emotionUnits(instrument, steps, reversed)) / EMOTION_UNIT,
  }
}

/** The words for what was chosen; an option that is offered no longer keeps its id. */
function wordsOf(say: Say, t: Words, { instrument, value }: Answer, question: Question | undefined): string[] {
  if (instrument === 'consent') return [t(value === true ? 'each.yes' : 'each.no')]
  const ids = Array.isArray(value) ? value : [String(value)]
  const emotions: Readonly<Record<string, string>> = catalogueOf(say.language).words.emotions
  if (instrument === 'emotions') return ids.map((id) => emotions[id] ?? id)
  return ids.map((id) => question?.options?.find((option) => option.id === id)?.label ?? id)
}

function saidOf(say: Say, t: Words, answer: Answer, question: Question | undefined): string {
  if (isScore(answer.instrument)) return scoreOf(say, t, answer.instrument, Number(answer.value), false).text
  return answer.instrument === 'comment' || answer.instrument === 'short' ? String(answer.value) : wordsOf(say, t, answer, question).join(', ')
}

export function shownAnswer(say: Say, t: Words, row: ResponseRow, { definition, timeZone, placeName }: Around): ShownAnswer {
  const order = new Map(definition.questions.map((question, i) => [question.id, i]))
  const answers = row.answers
    .toSorted((a, b) => (order.get(a.question) ?? 99) - (order.get(b.question) ?? 99))
    .map((answer) => ({ answer, question: definition.questions[order.get(answer.question) ?? -1] }))
  const places = new Set([row.touchpoint, ...row.answers.map(({ touchpoint }) => touchpoint)])
  const note = row.meta?.source === undefined ? null : String(row.meta.source)
  const facts = [say.moment(new Date(row.occurredAt), timeZone), [...places].map(placeName).join(', '), row.channel, row.campaign, note, row.person, row.finished ? null : t('each.notFinished')]
  return {
    id: row.id,
    held: row.held,
    reviewed: row.reviewedAt !== null,
    reasons: row.heldFor.map((reason) => t(`reasons.${reason}`)),
    scores: answers.flatMap(({ answer, question }) =>
      isScore(answer.instrument) ? [scoreOf(say, t, answer.instrument, Number(answer.value), question?.reversed ?? false)] : [],
    ),
    words: answers.flatMap(({ answer, question }) => (Array.isArray(answer.value) || answer.instrument === 'choice' ? wordsOf(say, t, answer, question) : [])),
    texts: answers.flatMap(({ answer }) => (answer.instrument === 'comment' || answer.instrument === 'short' ? [String(answer.value)] : [])),
    all: answers.map(({ answer, question }) => ({ question: question?.text ?? answer.question, said: saidOf(say, t, answer, question) })),
    facts: facts.filter((fact) => fact !== null),
    version: row.version,
  }
}
