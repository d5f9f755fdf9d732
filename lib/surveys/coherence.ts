import { type Sentence, sentence } from '#lib/sentence'
import { STEPS } from '#lib/widget/scale'
import type { Definition, Question } from './definition'

type Fault = { path: (string | number)[] } & Sentence
type Asked = Pick<Definition, 'questions'>

const at = (i: number, ...path: (string | number)[]) => ['questions', i, ...path]

/** Questions of choice need something to choose from, and no other may have it. */
export const optionFaults = ({ questions }: Asked): Fault[] =>
  questions.flatMap(({ instrument, options, most }, i): Fault[] => {
    const isChoice = instrument === 'choice' || instrument === 'choices'
    const ids = options?.map(({ id }) => id) ?? []
    return [
      ...(isChoice && !options ? [{ path: at(i, 'options'), message: 'a question of choice needs at least two options' }] : []),
      ...(!isChoice && options ? [{ path: at(i, 'options'), message: 'only a question of choice has options' }] : []),
      ...(new Set(ids).size < ids.length ? [{ path: at(i, 'options'), message: 'each option needs an id of its own' }] : []),
      ...(most !== undefined && instrument !== 'choices' && instrument !== 'emotions'
        ? [{ path: at(i, 'most'), message: 'only where several may be chosen' }]
        : []),
    ]
  })

const isScored = ({ instrument }: Question) => instrument in STEPS

/** A condition looks back at an earlier question, and asks of it what that question can answer. */
export const conditionFaults = ({ questions }: Asked): Fault[] =>
  questions.flatMap(({ when }, i): Fault[] => {
    if (!when) return []
    const earlier = questions.slice(0, i).find(({ id }) => id === when.question)
    const wrong = (field: string, said: Sentence) => [{ path: at(i, 'when', field), ...said }]
    if (!earlier) return wrong('question', sentence('no earlier question has the id "{id}"', { id: when.question }))
    const isRange = when.from !== undefined || when.to !== undefined
    if (isRange && !isScored(earlier)) return wrong('from', sentence('only a score lies within a range'))
    if (isRange && (when.from ?? -Infinity) > (when.to ?? Infinity)) return wrong('to', sentence('the range ends before it begins'))
    if (when.chosen && (isScored(earlier) || earlier.instrument === 'comment' || earlier.instrument === 'short')) {
      return wrong('chosen', sentence('nothing is chosen in that question'))
    }
    const strange = when.chosen?.find((id) => earlier.options && !earlier.options.some((option) => option.id === id))
    return strange === undefined ? [] : wrong('chosen', sentence('the question has no option "{id}"', { id: strange }))
  })
