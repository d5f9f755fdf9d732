import type { AskedAs } from './scale'

/** What a respondent is asked: the part of a published survey that the page shows. */
export type AskedQuestion = {
  id: string
  instrument: AskedAs
  text: string
  hint?: string | undefined
  low?: string | undefined
  high?: string | undefined
  required: boolean
}

export type AskedSurvey = {
  title: string
  company: string
  language: string
  questions: readonly AskedQuestion[]
  thanks: { title: string; text: string }
}

/** What stands in the form, as text, by question. */
export type Given = Readonly<Record<string, string>>

/** What is wrong, in a sentence, by question; '' is the form as a whole. */
export type Faults = Readonly<Record<string, string>>

/** all: every question (without script). first, rest, thanks: the steps that the script goes through. */
export type View = 'all' | 'first' | 'rest' | 'thanks'

/** What of a question says how its answer is read. */
export type Needed = Pick<AskedQuestion, 'id' | 'instrument' | 'required'>

/** How the script sends an answer: where to, for which survey, and what is the same in every revision of it. */
export type Ticket = { url: string; surveyId: string; body: Readonly<Record<string, unknown>> }
