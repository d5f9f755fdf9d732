// What a component imports as #words in the browser; on the server that name leads to server.ts.
import { useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { type Say, sayIn } from '#lib/words/say'

export { useTranslations as useWords } from 'use-intl/react'

/** How numbers and dates are written in the language of the page. */
export function useSay(): Say {
  const [language, texts] = [useLocale(), useTranslations('numbers')]
  return useMemo(() => sayIn(language, texts), [language, texts])
}
