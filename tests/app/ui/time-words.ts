import { sayIn } from '#lib/words/say'
import { wordsIn as textsIn } from '../../../app/_words/catalogue'
import type { TimeWords } from '../../../app/w/[workspace]/journeys/[journey]/_chart/words'

/** What charts over time are written with, outside of a page. */
export const wordsIn = (locale: 'en' | 'de'): TimeWords => ({
  t: textsIn(locale, 'panel.time'),
  say: sayIn(locale, textsIn(locale, 'numbers')),
})

export const ENGLISH = wordsIn('en')
