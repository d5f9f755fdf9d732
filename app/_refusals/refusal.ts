import { type Code, CODES, type Fault } from '#lib/errors'
import { toProblem } from '#lib/http/problem'
import { sentence, type Voice } from '#lib/sentence'
import type { Language } from '../_words/languages'
import { sentenceIn } from '../_words/sentences'
import { readLanguage } from '../_words/server'

/** A refusal as a page shows it: in the reader's language, each fault a sentence for its field. */
export type Refusal = { code: Code; title: string; detail?: string; errors: { pointer: string; code: string; message: string }[] }

/** "give it a name" -> "Give it a name." */
const finished = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?…]["”“»)]?$/.test(text) ? '' : '.')

export const faultIn = (language: Language, said: Fault): string => finished(sentenceIn(language, said))

/** Whatever was thrown, in a language. */
export function refusalIn(language: Language, error: unknown): Refusal {
  const { code, said, errors } = toProblem(error)
  const faults = errors.map((each) => ({ pointer: each.pointer, code: each.code, message: faultIn(language, each) }))
  const detail = faults[0]?.message ?? (said && sentenceIn(language, said))
  return { code, title: sentenceIn(language, sentence(CODES[code][1])), ...(detail === undefined ? {} : { detail }), errors: faults }
}

/** How lib says sentences to the reader of this page. */
export async function readVoice(): Promise<Voice> {
  const language = await readLanguage()
  return (said) => sentenceIn(language, said)
}

/** The same in the language of this request. Every refusal that a page shows comes through here. */
export const readRefusal = async (error: unknown): Promise<Refusal> => refusalIn(await readLanguage(), error)
