import { cookies } from 'next/headers'
import { cache, use } from 'react'
import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core'
import { type Say, sayIn } from '#lib/words/say'
import { CATALOGUE, type Words } from './catalogue'
import { type Language, LANGUAGE_COOKIE, languageOf } from './languages'

/** The language of this request: what was chosen. What the browser asks for counts as soon as every page speaks it. */
export const readLanguage = cache(async () => languageOf((await cookies()).get(LANGUAGE_COOKIE)?.value, null))

/** The texts of one area, for a component that is drawn on the server. */
export function useWords<N extends NamespaceKeys<Words, NestedKeyOf<Words>>>(area: N) {
  const language = use(readLanguage())
  return createTranslator<Words, N>({ locale: language, messages: CATALOGUE[language], namespace: area })
}

/** The same where a page is awaited and hooks have no place. */
export async function readWords<N extends NamespaceKeys<Words, NestedKeyOf<Words>>>(area: N) {
  const language = await readLanguage()
  return createTranslator<Words, N>({ locale: language, messages: CATALOGUE[language], namespace: area })
}

const says = new Map<string, Say>()

function sayOf(language: Language): Say {
  const said = says.get(language) ?? sayIn(language, createTranslator({ locale: language, messages: CATALOGUE[language], namespace: 'numbers' }))
  says.set(language, said)
  return said
}

/** How numbers and dates are written in the language of this request. */
export const useSay = (): Say => sayOf(use(readLanguage()))

/** The same where a page is awaited. */
export const readSay = async (): Promise<Say> => sayOf(await readLanguage())
