import { readyQuestions } from '#lib/surveys/wording'

export type Ready = ReturnType<typeof readyQuestions>

/** Ready questions of each kind, in the words of who asks. */
export const blanks = (company: string): Ready => readyQuestions(company)
