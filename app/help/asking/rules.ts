import { RULES } from '#lib/people/asking/decide'
import type { Words } from '../../_words/catalogue'

/** The rules by which the catalogue explains them, in the order in which they are asked. A test says when one is missing. */
export const RULE_IDS = RULES.map(({ rule }) => rule as keyof Words['help']['rules'])
