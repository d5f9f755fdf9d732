import { wording } from '#lib/surveys/wording'
import { SETS } from '../../new/sets'
import type { Blanks } from './draft'

/** One ready question of each kind, in the words of who asks. */
export function blanks(company: string): Blanks {
  const { questions } = wording('', company, SETS.all.asked)
  return Object.fromEntries(questions.map((question) => [question.instrument, question])) as Blanks
}
