import type { Definition } from '#lib/surveys/definition'
import type { Translation } from '#lib/surveys/translation'

type Part = 'title' | 'question' | 'hint' | 'low' | 'high' | 'answer' | 'thanks' | 'thanksText' | 'link' | 'button'

/** One text of a survey: where it stands in a translation, what it is and in which question, and its words in the survey's own language. */
export type Text = { path: readonly string[]; is: Part; number?: number; own: string; most: number; lines?: number }

/** Every text that can be translated, in the order in which people meet it. */
export function textsOf({ title, questions, thanks, window }: Definition): Text[] {
  const asked = questions.flatMap(({ id, text, hint, low, high, options }, i): Text[] => {
    const at = ['questions', id]
    const number = i + 1
    return [
      { path: [...at, 'text'], is: 'question', number, own: text, most: 500, lines: 2 },
      ...(hint ? [{ path: [...at, 'hint'], is: 'hint' as const, number, own: hint, most: 300 }] : []),
      ...(low ? [{ path: [...at, 'low'], is: 'low' as const, number, own: low, most: 60 }] : []),
      ...(high ? [{ path: [...at, 'high'], is: 'high' as const, number, own: high, most: 60 }] : []),
      ...(options ?? []).map((option) => ({
        path: [...at, 'options', option.id],
        is: 'answer' as const,
        number,
        own: option.label,
        most: 120,
      })),
    ]
  })
  return [
    { path: ['title'], is: 'title', own: title, most: 120 },
    ...asked,
    { path: ['thanks', 'title'], is: 'thanks', own: thanks.title, most: 120 },
    ...(thanks.text ? [{ path: ['thanks', 'text'], is: 'thanksText' as const, own: thanks.text, most: 500, lines: 2 }] : []),
    ...(thanks.link?.label ? [{ path: ['thanks', 'label'], is: 'link' as const, own: thanks.link.label, most: 60 }] : []),
    ...(window?.label ? [{ path: ['label'], is: 'button' as const, own: window.label, most: 40 }] : []),
  ]
}

type Branch = { readonly [key: string]: Branch | string | undefined }

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null

/** What a translation says in this place; '' where it says nothing yet. */
export function wordsAt(translation: Translation | undefined, path: readonly string[]): string {
  let at: unknown = translation
  for (const part of path) at = isBranch(at) ? at[part] : undefined
  return typeof at === 'string' ? at : ''
}

function put(branch: Branch, [part = '', ...rest]: readonly string[], text: string): Branch {
  const inner = branch[part]
  return { ...branch, [part]: rest.length === 0 ? text : put(isBranch(inner) ? inner : {}, rest, text) }
}

/** The same translation with other words in one place. */
export const withWords = (translation: Translation, path: readonly string[], text: string): Translation => put(translation as Branch, path, text) as Translation

/** "12 of 14": how many texts are translated. */
export function progressOf(definition: Definition, language: string): { done: number; of: number } {
  const texts = textsOf(definition)
  const translation = definition.translations?.[language]
  return { done: texts.filter(({ path }) => wordsAt(translation, path).trim() !== '').length, of: texts.length }
}

export const withTranslation = (definition: Definition, language: string, translation: Translation | undefined): Definition['translations'] => {
  const { [language]: _, ...others } = definition.translations ?? {}
  return (translation === undefined ? others : { ...definition.translations, [language]: translation }) as Definition['translations']
}
