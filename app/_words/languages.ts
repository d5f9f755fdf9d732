/** What the interface speaks. A new one is named here and stands in a file beside the others. */
export const LANGUAGES = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
] as const

export type Language = (typeof LANGUAGES)[number]['code']

/** Kept in a cookie, so that a page is written in it at once. */
export const LANGUAGE_COOKIE = 'wayfelt-language'

/** One that is here, whatever a cookie holds. */
export const known = (code: string | undefined): Language | undefined => LANGUAGES.find((each) => each.code === code)?.code

/** The one that was chosen, else the first that the browser asks for and that is here, else English. */
export function languageOf(chosen: string | undefined, accepted: string | null): Language {
  const asked = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', weight = ''] = part.trim().split(';q=')
      return { code: tag.toLowerCase().split('-')[0], weight: weight === '' ? 1 : Number(weight) || 0 }
    })
    .sort((a, b) => b.weight - a.weight)
  return known(chosen) ?? asked.map(({ code }) => known(code)).find((code) => code !== undefined) ?? 'en'
}
