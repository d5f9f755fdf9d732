import type { AskedAs } from './scale'
import type { Words } from './words'

/** Asked only where an earlier question was answered so; with neither range nor list, where it was answered at all. */
export type Condition = { question: string; from?: number | undefined; to?: number | undefined; chosen?: readonly string[] | undefined }

export type Option = { id: string; label: string }

/** What a respondent is asked: the part of a published survey that the page shows. */
export type AskedQuestion = {
  id: string
  instrument: AskedAs
  text: string
  hint?: string | undefined
  low?: string | undefined
  high?: string | undefined
  required: boolean
  options?: readonly Option[] | undefined
  most?: number | undefined
  shuffle?: boolean | undefined
  when?: Condition | undefined
}

/** A published survey as one respondent sees it: in one language, with the interface's own words in that language. */
export type AskedSurvey = {
  id: string
  version: number
  title: string
  company: string
  language: string
  dir: 'ltr' | 'rtl'
  questions: readonly AskedQuestion[]
  thanks: { title: string; text: string; link?: { label: string; url: string } | undefined }
  steps: 'one' | 'all'
  theme: 'auto' | 'light' | 'dark'
  accent?: string | undefined
  accentDark?: string | undefined
  /** The survey's own colours as CSS that lies over ours; empty where it has none. */
  colours: string
  privacy: 'anonymous' | 'pseudonymous' | 'identified'
  privacyLink?: string | undefined
  words: Words
}

/** What stands for `{{name}}` in a text. */
export type Piped = Readonly<Record<string, string>>

/** What stands in the form, as texts, by question: several where boxes are ticked. */
export type Given = Readonly<Record<string, readonly string[]>>

/** One answer as the client API takes it. */
export type Value = number | string | boolean | readonly string[]

export type Data = Readonly<Record<string, Value>>

/** What is wrong, in a sentence, by question; '' is the form as a whole. */
export type Faults = Readonly<Record<string, string>>

/** What of a question says how its answer is read. */
export type Needed = Pick<AskedQuestion, 'id' | 'instrument' | 'required' | 'most' | 'when'>
