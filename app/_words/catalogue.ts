import { createTranslator } from 'use-intl/core'
import { type Say, sayIn } from '#lib/words/say'
import german from './de.json'
import en from './en.json'
import type { Language } from './languages'
import type { Area, Translate } from './translate'

export type Words = typeof en

const { sentences, ...de } = german

/** Every text of the interface, by language. A language that lacks one does not compile. */
export const CATALOGUE: Readonly<Record<Language, Words>> = { en, de }

/** What lib says, by its English template: refusals, reasons and rules, and what a new journey begins with. English is what lib says itself. */
export const SENTENCES: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: {}, de: sentences }

const made = new Map<string, unknown>()

/** The texts of one area in one language; made once, since each message is read when it is first said. */
export function wordsIn<A extends Area>(language: Language, area: A): Translate<A> {
  const name = `${language}.${area}`
  const words = made.get(name) ?? createTranslator<Record<string, object>>({ locale: language, messages: CATALOGUE[language], namespace: area as never })
  made.set(name, words)
  return words as Translate<A>
}

const says = new Map<string, Say>()

/** How numbers and dates are written in one language. */
export function sayOf(language: Language): Say {
  const said = says.get(language) ?? sayIn(language, wordsIn(language, 'numbers'))
  says.set(language, said)
  return said
}
