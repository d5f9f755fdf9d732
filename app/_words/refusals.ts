import { type Sentence, sayIn } from '#lib/sentence'
import german from './de/refusals.json'
import type { Language } from './languages'

/** What lib says, by its English template. English is what lib says itself. */
const REFUSALS: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: {}, de: german }

/** A sentence of lib in a language; one that is not known there is said in English. */
export const sentenceIn = (language: Language, said: Sentence): string => sayIn(language, said, (template) => REFUSALS[language][template])
