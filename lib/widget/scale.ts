import { has, own } from './flow'
import type { AskedQuestion, Data, Faults, Given, Needed, Value } from './types'
import { fill, type Said } from './words'

/** How much can be written, of instruments that take words. */
export const MOST_TEXT = { short: 500, comment: 10_000 } as const

export const INSTRUMENTS = ['nps', 'csat', 'ces', 'sentiment', 'emotions', 'choice', 'choices', 'short', 'comment', 'consent'] as const

export type AskedAs = (typeof INSTRUMENTS)[number]

/** The words of a question of emotions; how they read in a language is said by its catalogue. `none` stands for none of these. */
export const EMOTION_WORDS = ['joy', 'relief', 'trust', 'confusion', 'frustration', 'anxiety', 'anger', 'other', 'none'] as const

type Scored = 'nps' | 'csat' | 'ces' | 'sentiment'

/** The steps of each scale as they are sent, in the order in which they stand. */
export const STEPS: Readonly<Record<Scored, readonly string[]>> = {
  nps: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
  csat: ['1', '2', '3', '4', '5'],
  ces: ['1', '2', '3', '4', '5', '6', '7'],
  sentiment: ['-1', '-0.5', '0', '0.5', '1'],
}

type OfKind = { instrument: AskedAs }

export const stepsOf = ({ instrument }: OfKind): readonly string[] | undefined => (has(STEPS, instrument) ? STEPS[instrument as Scored] : undefined)
const isWritten = ({ instrument }: OfKind): boolean => instrument === 'short' || instrument === 'comment'
export const takesSeveral = ({ instrument }: OfKind): boolean => instrument === 'choices' || instrument === 'emotions'

/** The answer that the texts in a form stand for; undefined where it is none. A consent that was shown and not given is a no. */
export function readValue(question: OfKind, texts: readonly string[] = []): Value | undefined {
  const [text = ''] = texts
  if (question.instrument === 'consent') return text === 'yes'
  if (takesSeveral(question)) {
    const chosen = [...new Set(texts.filter(Boolean))]
    const said = chosen.length > 1 && question.instrument === 'emotions' ? chosen.filter((word) => word !== 'none') : chosen
    return said.length > 0 ? said : undefined
  }
  if (text.trim() === '') return undefined
  return stepsOf(question) ? Number(text) : text
}

/** All answers to these questions, as the client API takes them. */
export function readData(questions: readonly Needed[], given: Given): Data {
  const data: Record<string, Value> = {}
  for (const question of questions) {
    const value = readValue(question, own(given, question.id))
    if (value !== undefined) data[question.id] = value
  }
  return data
}

/** Has nobody said anything yet? A box that was not ticked says nothing by itself. */
export const isEmpty = (data: Data): boolean => Object.values(data).every((value) => value === false)

/** May this stand in the form before anybody has touched it? Never a consent: a person gives it, no link does. */
export function isOnScale(question: AskedQuestion, text: string): boolean {
  const { instrument, options = [] } = question
  if (instrument === 'short' || instrument === 'comment') return text.length <= MOST_TEXT[instrument]
  if (instrument === 'emotions') return EMOTION_WORDS.some((word) => word === text)
  return stepsOf(question)?.includes(text) ?? options.some(({ id }) => id === text)
}

export function neededSentence(question: OfKind, words: Said): string {
  const { instrument } = question
  if (instrument === 'consent') return words.needConsent
  if (instrument === 'sentiment') return words.needFace
  if (isWritten(question)) return words.needText
  if (takesSeveral(question)) return words.needSome
  return instrument === 'choice' ? words.needOne : words.needNumber
}

export const wrongSentence = (question: OfKind, words: Said): string =>
  isWritten(question) ? fill(words.badText, { n: MOST_TEXT[question.instrument as 'short' | 'comment'] }) : `${words.notOnScale} ${neededSentence(question, words)}`

/** What is wrong with these answers, of those that somebody can mend here: one that is needed, or too much that is chosen. */
export const faultsIn = (questions: readonly Needed[], data: Data, words: Said): Faults =>
  Object.fromEntries(
    questions.flatMap((q): [string, string][] => {
      const value = own(data, q.id)
      if (q.required && (value === undefined || value === false)) return [[q.id, neededSentence(q, words)]]
      return q.most !== undefined && Array.isArray(value) && value.length > q.most ? [[q.id, fill(words.tooMany, { n: q.most })]] : []
    }),
  )
