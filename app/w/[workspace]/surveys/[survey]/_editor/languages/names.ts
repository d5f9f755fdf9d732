const CODES = (
  'ar bg bn ca cs da de el en en-GB es es-MX et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt pt-BR ro ru sk sl sr sv sw ta th tr uk ur vi zh-Hans zh-Hant'
).split(' ')

const namers = new Map<string, Intl.DisplayNames>()

function namerIn(language: string): Intl.DisplayNames {
  const namer = namers.get(language) ?? new Intl.DisplayNames([language], { type: 'language' })
  namers.set(language, namer)
  return namer
}

/** A language as the reader's own calls it; its code where that is unknown. */
export function languageName(code: string, language: string): string {
  try {
    return namerIn(language).of(code) ?? code
  } catch {
    return code
  }
}

/** The languages to choose from, by name. */
export const languagesIn = (language: string): { value: string; label: string }[] =>
  CODES.map((value) => ({ value, label: languageName(value, language) })).sort((a, b) => a.label.localeCompare(b.label, language))

const LEFTWARDS = new Set(['ar', 'dv', 'fa', 'he', 'ks', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** Is it written from right to left? */
export const isLeftwards = (code: string): boolean => LEFTWARDS.has(code.split('-')[0] ?? '')
