import type { Question } from '#lib/surveys/definition'
import { EMOTION_WORDS, STEPS } from '#lib/widget/scale'
import { inShort, isScored, stepName } from '../instruments'

export type When = NonNullable<Question['when']>

/** What can be chosen in a question, as ids with their words; null where nothing is chosen. */
export function choosable({ instrument, options }: Question): readonly { id: string; label: string }[] | null {
  if (instrument === 'choice' || instrument === 'choices') return options ?? []
  if (instrument === 'emotions') return EMOTION_WORDS.map((id) => ({ id, label: id }))
  if (instrument === 'consent') return [{ id: 'yes', label: 'agreed' }, { id: 'no', label: 'not agreed' }]
  return null
}

/** May a later question depend on this one? */
export const isAnchor = (question: Question): boolean => isScored(question.instrument) || choosable(question) !== null

/** The steps of a scored question with their words, from low to high. */
export const stepsOf = ({ instrument }: Question): { value: string; label: string }[] =>
  isScored(instrument) ? STEPS[instrument].map((step) => ({ value: step, label: stepName(instrument, step) })) : []

/** Where a condition begins: the unhappy half of a scale, the first answer of a choice. */
export function firstWhen(question: Question): When {
  const { id, instrument } = question
  if (isScored(instrument)) {
    const to = { nps: 6, csat: 3, ces: 4, sentiment: -0.5 }[instrument]
    return { question: id, from: Number(STEPS[instrument][0]), to }
  }
  const first = choosable(question)?.[0]
  return { question: id, chosen: first ? [first.id] : undefined }
}

const LAST = new Intl.ListFormat('en', { type: 'disjunction' })

/** "Only if question 1 is 0 to 6": the condition as a sentence. */
export function conditionSentence(when: When, questions: readonly Question[]): string {
  const index = questions.findIndex(({ id }) => id === when.question)
  const of = questions[index]
  if (!of) return 'Only after an answer that is not asked any more'
  const start = `Only if ${index + 1} · ${inShort(of.text || 'question without text', 28)}`
  if (when.chosen) {
    const known = choosable(of) ?? []
    const words = when.chosen.map((id) => known.find((option) => option.id === id)?.label ?? 'an answer that is gone')
    return of.instrument === 'consent' ? `${start} is ${words.join(' or ')}` : `${start} is ${LAST.format(words.map((word) => `“${inShort(word, 24)}”`))}`
  }
  if (when.from === undefined && when.to === undefined) return `${start} is answered`
  const name = (step: number | undefined) => stepName(of.instrument, String(step))
  if (when.from === when.to) return `${start} is ${name(when.from)}`
  if (when.from === undefined) return `${start} is ${name(when.to)} or less`
  if (when.to === undefined) return `${start} is ${name(when.from)} or more`
  return `${start} is ${name(when.from)} to ${name(when.to)}`
}
