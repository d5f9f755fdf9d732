/** The languages of a header such as `de-AT, en;q=0.5`, the most wanted first. */
function acceptedOf(header: string): string[] {
  return header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [language = '', ...more] = part.trim().split(';')
      const q = more.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find(Boolean)
      return { language, q: q === undefined ? 1 : Number(q) }
    })
    .filter(({ language, q }) => language !== '' && language !== '*' && q > 0)
    .sort((a, b) => b.q - a.q)
    .map(({ language }) => language)
}

/** In which languages somebody wants to read, first of all the one that the link names. */
export const wantedLanguages = (request: Request, named: readonly (string | null | undefined)[]): string[] => [
  ...named.filter((language) => typeof language === 'string'),
  ...acceptedOf(request.headers.get('accept-language') ?? ''),
]

/** What a language calls itself. */
export function nameOfLanguage(language: string): string {
  try {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
  } catch {
    return language
  }
}
