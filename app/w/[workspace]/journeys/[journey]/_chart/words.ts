import type { createTranslator } from 'use-intl/core'
import type { Say } from '#lib/words/say'
import type { Words } from '../../../../../_words/catalogue'

/** What charts over time are written with: their words, and how numbers and dates are said. */
export type TimeWords = { t: ReturnType<typeof createTranslator<Words, 'panel.time'>>; say: Say }
