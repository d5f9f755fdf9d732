const CODES = (
  'ar bg bn ca cs da de el en en-GB es es-MX et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt pt-BR ro ru sk sl sr sv sw ta th tr uk ur vi zh-Hans zh-Hant'
).split(' ')

const NAMES = new Intl.DisplayNames(['en'], { type: 'language' })

/** A language as English calls it; its code where that is unknown. */
export function languageName(code: string): string {
  try {
    return NAMES.of(code) ?? code
  } catch {
    return code
  }
}

/** The languages to choose from, by name. */
export const LANGUAGES: readonly { value: string; label: string }[] = CODES.map((value) => ({ value, label: languageName(value) })).sort((a, b) =>
  a.label.localeCompare(b.label, 'en'),
)

const LEFTWARDS = new Set(['ar', 'dv', 'fa', 'he', 'ks', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** Is it written from right to left? */
export const isLeftwards = (code: string): boolean => LEFTWARDS.has(code.split('-')[0] ?? '')
