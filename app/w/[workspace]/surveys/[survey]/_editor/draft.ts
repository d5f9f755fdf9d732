import type { Definition, Question } from '#lib/surveys/definition'

/** What the editor changes: the survey's name and place, and what it asks. */
export type Draft = { name: string; touchpoint: string | null; definition: Definition }

export const MOST_QUESTIONS = 30

/** Every change of a definition comes this way, so that a part that is empty again is left out. */
export const redefine = (draft: Draft, part: Partial<Definition>): Draft => ({ ...draft, definition: { ...draft.definition, ...part } })

const withQuestions = (draft: Draft, questions: Question[]): Draft => redefine(draft, { questions })

function freeId(wanted: string, questions: readonly Question[]): string {
  const taken = new Set(questions.map(({ id }) => id))
  let id = wanted
  for (let i = 2; taken.has(id); i++) id = `${wanted}-${i}`
  return id
}

/** The draft with one more question at the end, and that question's id. */
export function addQuestion(draft: Draft, blank: Question): { draft: Draft; id: string } {
  const { questions } = draft.definition
  const id = freeId(blank.id, questions)
  return { draft: withQuestions(draft, [...questions, { ...blank, id, required: false }]), id }
}

/** A part of a question, or one that follows from how the question stands by then (an undo comes late). */
export type Change = Partial<Question> | ((question: Question) => Partial<Question>)

export const editQuestion = (draft: Draft, id: string, change: Change): Draft =>
  withQuestions(draft, draft.definition.questions.map((q) => (q.id === id ? { ...q, ...(typeof change === 'function' ? change(q) : change) } : q)))

/** A question that was taken out, and who was asked because of it. Its words in other languages stay until it is saved without it. */
export type Removed = { question: Question; index: number; whens: Readonly<Record<string, Question['when']>> }

/** Takes a question out; those that were asked only because of it are asked of everybody from now on. */
export function takeOut(draft: Draft, id: string): { draft: Draft; removed: Removed } | null {
  const { questions } = draft.definition
  const index = questions.findIndex((q) => q.id === id)
  const question = questions[index]
  if (!question) return null
  const followers = questions.filter(({ when }) => when?.question === id)
  const left = questions.filter((q) => q.id !== id).map((q) => (q.when?.question === id ? { ...q, when: undefined } : q))
  return { draft: withQuestions(draft, left), removed: { question, index, whens: Object.fromEntries(followers.map((q) => [q.id, q.when])) } }
}

/** A removed question where it stood before, with what depended on it, unless its id has been taken by another since. */
export function putBack(draft: Draft, { question, index, whens }: Removed): Draft {
  const { questions } = draft.definition
  const id = freeId(question.id, questions)
  const again = questions.map((q) => {
    const when = whens[q.id]
    return when && q.when === undefined ? { ...q, when: { ...when, question: id } } : q
  })
  return withQuestions(draft, again.toSpliced(index, 0, { ...question, id }))
}

export function moveQuestion(draft: Draft, id: string, over: string): Draft {
  const { questions } = draft.definition
  const [from, to] = [questions.findIndex((q) => q.id === id), questions.findIndex((q) => q.id === over)]
  const moved = questions[from]
  return moved && to >= 0 ? withQuestions(draft, questions.toSpliced(from, 1).toSpliced(to, 0, moved)) : draft
}
