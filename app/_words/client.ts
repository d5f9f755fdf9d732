// What a component imports as #words in the browser; on the server that name leads to server.ts.
import { useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { type Say, sayIn } from '#lib/words/say'
import type { Area, Translate } from './translate'

/** The texts of one area, in the language of the page. */
export const useWords = useTranslations as unknown as <A extends Area>(area: A) => Translate<A>

/** How numbers and dates are written in the language of the page. */
export function useSay(): Say {
  const [language, texts] = [useLocale(), useWords('numbers')]
  return useMemo(() => sayIn(language, texts), [language, texts])
}
