import { cookies, headers } from 'next/headers'
import { cache, use } from 'react'
import type { Say } from '#lib/words/say'
import { sayOf, wordsIn } from './catalogue'
import { LANGUAGE_COOKIE, languageOf } from './languages'
import type { Area, Translate } from './translate'

/** The language of this request: what was chosen, else what the browser asks for. */
export const readLanguage = cache(async () => languageOf((await cookies()).get(LANGUAGE_COOKIE)?.value, (await headers()).get('accept-language')))

/** The texts of one area, for a component that is drawn on the server. */
export const useWords = <A extends Area>(area: A): Translate<A> => wordsIn(use(readLanguage()), area)

/** The same where a page is awaited and hooks have no place. */
export const readWords = async <A extends Area>(area: A): Promise<Translate<A>> => wordsIn(await readLanguage(), area)

/** How numbers and dates are written in the language of this request. */
export const useSay = (): Say => sayOf(use(readLanguage()))

/** The same where a page is awaited. */
export const readSay = async (): Promise<Say> => sayOf(await readLanguage())
