import { ar } from './ar'
import { de } from './de'
import { en } from './en'
import { es } from './es'
import { fr } from './fr'
import { he } from './he'
import type { Catalogue } from './types'

const CATALOGUES: Readonly<Record<string, Catalogue>> = { en, de, fr, es, ar, he }

/** Languages that the interface speaks itself. */
export const LANGUAGES: readonly string[] = Object.keys(CATALOGUES)

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi'])

const mainOf = (language: string): string => language.toLowerCase().split('-')[0] ?? ''

/** The interface's own words in a language; in English where it has none. */
export const catalogueOf = (language: string): Catalogue => CATALOGUES[mainOf(language)] ?? en

export const dirOf = (language: string): 'ltr' | 'rtl' =>
  /-(arab|hebr|thaa)\b/i.test(language) || (RIGHT_TO_LEFT.has(mainOf(language)) && !/-latn\b/i.test(language)) ? 'rtl' : 'ltr'

/** The first of the wanted languages that is there, as a whole or at least its main part. */
export function chosenLanguage(wanted: readonly string[], there: readonly string[]): string | undefined {
  for (const language of wanted) {
    const found =
      there.find((each) => each.toLowerCase() === language.toLowerCase()) ?? there.find((each) => mainOf(each) === mainOf(language))
    if (found) return found
  }
  return undefined
}
