import type { Condition } from './types'

type Conditional = { id: string; when?: Condition | undefined }
type Answers = Readonly<Record<string, unknown>>

/** Is there an answer of this name itself? A question may be called "constructor". */
export const has = (answers: object, id: string): boolean => Object.prototype.hasOwnProperty.call(answers, id)

/** What stands under this name itself. */
export const own = <T>(all: Readonly<Record<string, T>>, id: string): T | undefined => (has(all, id) ? all[id] : undefined)

/** What was chosen, as a list: consent is yes or no. */
function chosenOf(value: unknown): readonly unknown[] {
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  return Array.isArray(value) ? value : [value]
}

/** Does this question follow from these answers? They are answers to questions that were themselves asked. */
export function isAsked({ when }: { when?: Condition | undefined }, answers: Answers): boolean {
  if (!when) return true
  if (!has(answers, when.question)) return false
  const value = answers[when.question]
  const isIn = (id: string) => chosenOf(value).includes(id)
  if (when.chosen && !when.chosen.some(isIn)) return false
  if (when.from === undefined && when.to === undefined) return true
  return typeof value === 'number' && value >= (when.from ?? -Infinity) && value <= (when.to ?? Infinity)
}

/** The questions that are asked of somebody who answered so. An answer to a question that is not asked makes nothing follow. */
export function askedOf<Q extends Conditional>(questions: readonly Q[], answers: Answers): Q[] {
  const said: Record<string, unknown> = {}
  return questions.filter((question) => {
    const isNow = isAsked(question, said)
    if (isNow && has(answers, question.id)) said[question.id] = answers[question.id]
    return isNow
  })
}
