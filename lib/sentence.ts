import { createTranslator } from 'use-intl/core'

/** What stands in a sentence: texts, numbers, and sentences within it. */
export type Values = Readonly<Record<string, string | number | Sentence>>

/**
 * A sentence finished in English, and what it was made of where that is more: the template with its values, by which a page finds
 * its words in another language. Without a template the message itself is one.
 */
export type Sentence = { readonly message: string; readonly template?: string; readonly values?: Values }

type Fill = (key: 'text', values: Record<string, string | number>) => string

const made = new Map<string, Fill>()

/** Templates stand in the code and are few: each is read once. */
function reader(language: string, template: string): Fill {
  const name = `${language} ${template}`
  const known = made.get(name)
  if (known) return known
  const fill: Fill = createTranslator({ locale: language, messages: { text: template }, getMessageFallback: () => template })
  made.set(name, fill)
  return fill
}

/** Says a sentence in a language; `look` finds the template there, undefined where it is not known: then English is said. */
export function sayIn(language: string, { message, template = message, values }: Sentence, look: (template: string) => string | undefined): string {
  const found = look(template)
  if (found === undefined && values === undefined && template === message) return message
  const text = found ?? template
  if (values === undefined) return text
  const said = Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? sayIn(language, value, look) : value] as const)
  return reader(found === undefined ? 'en' : language, text)('text', Object.fromEntries(said))
}

/** A template of ICU with what stands in it: sentence('There is no column “{column}”.', { column }). Finished when somebody reads it. */
export function sentence(template: string, values?: Values): Sentence {
  if (values === undefined) return { message: template }
  return { template, values, get message() { return finished(template, values) } }
}

function finished(template: string, values: Values): string {
  const said = Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value.message : value] as const)
  return reader('en', template)('text', Object.fromEntries(said))
}

/** How sentences are said to whoever asks: a verb that answers some takes it, and says English to everybody else. */
export type Voice = (said: Sentence) => string

export const inEnglish: Voice = ({ message }) => message

/** The same for a schema: what `addIssue` and `refine` take. */
export const asIssue = (said: Sentence, code?: string) => ({
  message: said.message,
  params: { ...(code === undefined ? {} : { code }), ...(said.template === undefined ? {} : { template: said.template, values: said.values }) },
})
