import { RULES } from '#lib/people/asking/decide'
import type en from '../../_words/en/help.json'

/** The rules by which the catalogue explains them, in the order in which they are asked. A test says when one is missing. */
export const RULE_IDS = RULES.map(({ rule }) => rule as keyof typeof en.rules)
