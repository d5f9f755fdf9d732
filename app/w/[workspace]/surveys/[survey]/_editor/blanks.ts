import type { Question } from '#lib/surveys/definition'
import { readyQuestions } from '#lib/surveys/wording'
import type { Instrument } from './instruments'

export type Ready = Readonly<Record<Instrument, readonly { name: string; question: Question }[]>>

/** Ready questions of each kind, in the words of who asks. */
export const blanks = (company: string): Ready => readyQuestions(company)
