import type { AskedQuestion, Faults, Given, Needed } from './types'

export const MOST_TEXT = 10_000

export const INSTRUMENTS = ['nps', 'csat', 'ces', 'sentiment', 'emotions', 'choice', 'choices', 'short', 'comment', 'consent'] as const

export type AskedAs = (typeof INSTRUMENTS)[number]

/** The words of a question of emotions; how they read in a language is said by its catalogue. */
export const EMOTION_WORDS = ['joy', 'relief', 'trust', 'confusion', 'frustration', 'anxiety', 'anger', 'other'] as const

type Scored = 'nps' | 'csat' | 'ces' | 'sentiment'

/** The steps of each scale as they are sent, in the order in which they stand. */
export const STEPS: Readonly<Record<Scored, readonly string[]>> = {
  nps: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
  csat: ['1', '2', '3', '4', '5'],
  ces: ['1', '2', '3', '4', '5', '6', '7'],
  sentiment: ['-1', '-0.5', '0', '0.5', '1'],
}

const isComment = ({ instrument }: Needed): boolean => instrument === 'comment'

/** The answer that a text in the form or the address stands for; undefined where it is none. */
export function readValue(question: Needed, text: string | undefined): number | string | undefined {
  if (text === undefined || text.trim() === '') return undefined
  return isComment(question) ? text : Number(text)
}

/** May this stand in the form before anybody has touched it? */
export const isOnScale = ({ instrument }: Needed, text: string): boolean =>
  instrument === 'comment' ? text.length <= MOST_TEXT : STEPS[instrument].includes(text)

/** All answers of a form, as the client API takes them. */
export function readData(questions: readonly Needed[], given: Given): Record<string, number | string> {
  const data: Record<string, number | string> = {}
  for (const question of questions) {
    const value = readValue(question, given[question.id])
    if (value !== undefined) data[question.id] = value
  }
  return data
}

export const neededSentence = ({ instrument }: Needed): string =>
  ({ comment: 'Please write a few words here.', sentiment: 'Please choose a face.' })[instrument as string] ?? 'Please choose a number.'

export const wrongSentence = (question: Needed): string =>
  isComment(question)
    ? `This text could not be read, or is longer than ${MOST_TEXT.toLocaleString('en')} characters.`
    : `This is not on the scale. ${neededSentence(question)}`

/** Which of these questions still need an answer. */
export const missing = (questions: readonly Needed[], data: Readonly<Record<string, unknown>>): Faults =>
  Object.fromEntries(questions.filter((q) => q.required && !(q.id in data)).map((q) => [q.id, neededSentence(q)]))
