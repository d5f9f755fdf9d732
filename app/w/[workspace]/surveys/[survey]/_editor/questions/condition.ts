import type { Question } from '#lib/surveys/definition'
import type { Say } from '#lib/words/say'
import { EMOTION_WORDS, STEPS } from '#lib/widget/scale'
import { type EditorWords, inShort, isScored, stepName } from '../instruments'

export type When = NonNullable<Question['when']>

/** What can be chosen in a question, by ids; null where nothing is chosen. */
export function choosable({ instrument, options }: Question): readonly string[] | null {
  if (instrument === 'choice' || instrument === 'choices') return (options ?? []).map(({ id }) => id)
  if (instrument === 'emotions') return EMOTION_WORDS
  return instrument === 'consent' ? ['yes', 'no'] : null
}

/** What can be chosen, in words. */
export function choiceName(t: EditorWords, { instrument, options }: Question, id: string): string {
  const emotion = instrument === 'emotions' ? EMOTION_WORDS.find((word) => word === id) : undefined
  return emotion ? t(`emotions.${emotion}`) : (options?.find((option) => option.id === id)?.label ?? t('condition.goneAnswer'))
}

/** May a later question depend on this one? */
export const isAnchor = (question: Question): boolean => isScored(question.instrument) || choosable(question) !== null

/** The steps of a scored question with their words, from low to high. */
export const stepsOf = (t: EditorWords, { instrument }: Question): { value: string; label: string }[] =>
  isScored(instrument) ? STEPS[instrument].map((step) => ({ value: step, label: stepName(t, instrument, step) })) : []

/** Where a condition begins: the unhappy half of a scale, the first answer of a choice. */
export function firstWhen(question: Question): When {
  const { id, instrument } = question
  if (isScored(instrument)) {
    const to = { nps: 6, csat: 3, ces: 4, sentiment: -0.5 }[instrument]
    return { question: id, from: Number(STEPS[instrument][0]), to }
  }
  const first = choosable(question)?.[0]
  return { question: id, chosen: first === undefined ? undefined : [first] }
}

/** "Only if question 1 is 0 to 6": the condition as a sentence. */
export function conditionSentence(t: EditorWords, say: Say, when: When, questions: readonly Question[]): string {
  const index = questions.findIndex(({ id }) => id === when.question)
  const of = questions[index]
  if (!of) return t('condition.gone')
  const asked = { number: index + 1, question: inShort(of.text || t('condition.unworded'), 28) }
  const { from, to, chosen } = when
  if (chosen && of.instrument === 'consent') return t('condition.consent', { ...asked, answer: chosen.join() })
  if (chosen) {
    const words = chosen.map((id) => t('condition.quoted', { answer: inShort(choiceName(t, of, id), 24) }))
    return t('condition.chosen', { ...asked, answers: new Intl.ListFormat(say.language, { type: 'disjunction' }).format(words) })
  }
  const name = (step: number | undefined) => stepName(t, of.instrument, String(step))
  if (from === undefined && to === undefined) return t('condition.answered', asked)
  if (from === to) return t('condition.exactly', { ...asked, step: name(from) })
  if (from === undefined) return t('condition.atMost', { ...asked, step: name(to) })
  if (to === undefined) return t('condition.atLeast', { ...asked, step: name(from) })
  return t('condition.between', { ...asked, from: name(from), to: name(to) })
}
