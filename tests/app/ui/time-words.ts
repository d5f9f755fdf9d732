import { createTranslator } from 'use-intl/core'
import { sayIn } from '#lib/words/say'
import { CATALOGUE } from '../../../app/_words/catalogue'
import type { TimeWords } from '../../../app/w/[workspace]/journeys/[journey]/_chart/words'

/** What charts over time are written with, outside of a page. */
export const wordsIn = (locale: 'en' | 'de'): TimeWords => ({
  t: createTranslator({ locale, messages: CATALOGUE[locale], namespace: 'panel.time' }),
  say: sayIn(locale, createTranslator({ locale, messages: CATALOGUE[locale], namespace: 'numbers' })),
})

export const ENGLISH = wordsIn('en')
