import type { Say } from '#lib/words/say'
import type { Translate } from '../../../../../_words/translate'

/** What charts over time are written with: their words, and how numbers and dates are said. */
export type TimeWords = { t: Translate<'panel.time'>; say: Say }
