import { z } from 'zod'
import { type Sentence, sentence } from '#lib/sentence'
import type { Definition } from './definition'
import { Id, line } from './text'

const text = (max: number) => line(max).optional()

/** The survey's texts in another language. What is not translated is shown in the survey's own language. */
export const Translation = z.strictObject({
  title: text(120),
  questions: z
    .record(Id, z.strictObject({ text: text(500), hint: text(300), low: text(60), high: text(60), options: z.record(Id, line(120)).optional() }))
    .optional(),
  thanks: z.strictObject({ title: text(120), text: text(500), label: text(60) }).optional(),
  /** What the feedback button says. */
  label: text(40),
})

export type Translation = z.infer<typeof Translation>

type Fault = { path: (string | number)[] } & Sentence

/** Translations of a question or option that the survey does not have: a typing error, and nobody would ever see the text. */
export function translationFaults({ translations = {}, questions, language }: Pick<Definition, 'translations' | 'questions' | 'language'>): Fault[] {
  return Object.entries(translations).flatMap(([to, translation]) => {
    const own = to === language ? [{ path: ['translations', to], message: 'the survey is in this language already' }] : []
    const unknown = Object.entries(translation?.questions ?? {}).flatMap(([id, { options = {} }]): Fault[] => {
      const question = questions.find((q) => q.id === id)
      const path = ['translations', to, 'questions', id]
      if (!question) return [{ path, ...sentence('there is no question "{id}"', { id }) }]
      const known = new Set(question.options?.map((option) => option.id))
      return Object.keys(options)
        .filter((option) => !known.has(option))
        .map((option) => ({ path: [...path, 'options', option], ...sentence('there is no option "{id}"', { id: option }) }))
    })
    return [...own, ...unknown]
  })
}
