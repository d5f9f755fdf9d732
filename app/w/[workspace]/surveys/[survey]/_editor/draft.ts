import type { Definition, Question } from '#lib/surveys/definition'

export type Instrument = Question['instrument']

/** What the editor changes: the survey's name and place, and what it asks. */
export type Draft = { name: string; touchpoint: string | null; definition: Definition }

export type Blanks = Readonly<Record<Instrument, Question>>

export const MOST_QUESTIONS = 30

/** The scale of an instrument in words, and the values at its two ends. */
export const INSTRUMENTS: Readonly<Record<Instrument, { name: string; scale: string; ends: readonly [string, string] | null }>> = {
  nps: { name: 'NPS', scale: 'Recommend, 0 to 10', ends: ['0', '10'] },
  csat: { name: 'CSAT', scale: 'Satisfied, 1 to 5', ends: ['1', '5'] },
  ces: { name: 'CES', scale: 'Easy, 1 to 7', ends: ['1', '7'] },
  sentiment: { name: 'Faces', scale: 'Felt, five faces', ends: ['the sad end', 'the glad end'] },
  comment: { name: 'Comment', scale: 'In one’s own words', ends: null },
}

const withQuestions = (draft: Draft, questions: Question[]): Draft => ({ ...draft, definition: { ...draft.definition, questions } })

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

export const editQuestion = (draft: Draft, id: string, change: Partial<Question>): Draft =>
  withQuestions(draft, draft.definition.questions.map((q) => (q.id === id ? { ...q, ...change } : q)))

export const removeQuestion = (draft: Draft, id: string): Draft =>
  withQuestions(draft, draft.definition.questions.filter((q) => q.id !== id))

/** A removed question where it stood before, unless its id has been taken by another since. */
export function putBack(draft: Draft, question: Question, index: number): Draft {
  const { questions } = draft.definition
  return withQuestions(draft, questions.toSpliced(index, 0, { ...question, id: freeId(question.id, questions) }))
}

export function moveQuestion(draft: Draft, id: string, over: string): Draft {
  const { questions } = draft.definition
  const [from, to] = [questions.findIndex((q) => q.id === id), questions.findIndex((q) => q.id === over)]
  const moved = questions[from]
  return moved && to >= 0 ? withQuestions(draft, questions.toSpliced(from, 1).toSpliced(to, 0, moved)) : draft
}

const OPTIONAL = ['hint', 'low', 'high'] as const

/** Optional words that are empty are left out: an empty label is none. */
export function cleaned({ name, touchpoint, definition }: Draft): Draft {
  const questions = definition.questions.map((question) => {
    const kept = { ...question }
    for (const part of OPTIONAL) if (kept[part] === undefined || kept[part].trim() === '') delete kept[part]
    return kept
  })
  return { name, touchpoint, definition: { ...definition, questions } }
}

/** What keeps this draft from being saved, by field: `questions/{id}` for a question's text. */
export function draftFaults({ name, definition: { title, company, questions, thanks } }: Draft): Record<string, string> {
  const needed: [string, string, string][] = [
    ['name', name, 'Give the survey a name.'],
    ['title', title, 'Give the page a title.'],
    ['company', company, 'Say who asks.'],
    ['thanks', thanks.title, 'Write at least a thank you.'],
    ...questions.map(({ id, text }): [string, string, string] => [`questions/${id}`, text, 'Write the question.']),
  ]
  return Object.fromEntries(needed.filter(([, text]) => text.trim() === '').map(([field, , sentence]) => [field, sentence]))
}

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]))
    : Array.isArray(value)
      ? value.map(sorted)
      : value

/** Do two definitions say the same? The database keeps keys in an order of its own. */
export const isSame = (a: Definition | null, b: Definition | null): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
