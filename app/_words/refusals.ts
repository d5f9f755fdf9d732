import { type Sentence, sayIn } from '#lib/sentence'
import refusals from './de/refusals.json'
import templates from './de/templates.json'
import type { Language } from './languages'

type Sentences = Readonly<Record<string, string>>

/** What lib says, by its English template: refusals, reasons and rules, and what a new journey begins with. English is what lib says itself. */
const SENTENCES: Readonly<Record<Language, Sentences>> = { en: {}, de: { ...refusals, ...templates } }

/** A sentence of lib in a language; one that is not known there is said in English. */
export const sentenceIn = (language: Language, said: Sentence): string => sayIn(language, said, (template) => SENTENCES[language][template])
