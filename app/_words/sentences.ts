import { type Sentence, sayIn, type Values } from '#lib/sentence'
import { SENTENCES, sayOf } from './catalogue'
import type { Language } from './languages'

/** A day is written as the rest of the page writes days. */
function withDays(values: Values, day: (local: string) => string): Values {
  const written = Object.entries(values).map(([name, value]) => [name, typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value])
  return Object.fromEntries(written) as Values
}

/** A sentence of lib in a language; one that is not known there is said in English. */
export function sentenceIn(language: Language, { message, template, values }: Sentence): string {
  const said = values && withDays(values, sayOf(language).day)
  return sayIn(language, { message, ...(template === undefined ? {} : { template }), ...(said ? { values: said } : {}) }, (known) => SENTENCES[language][known])
}
