import type { Translate } from '../../../../../_words/translate'

/** What the product calls the touchpoint that each stage has built in; a team that named it otherwise keeps its own word. */
const BUILT_IN = 'Overall'

const isBuiltIn = (key: unknown) => typeof key === 'string' && key.endsWith('.overall')

function renamed(data: unknown, word: string): unknown {
  if (Array.isArray(data)) return data.map((one) => renamed(one, word))
  if (data === null || typeof data !== 'object' || Object.getPrototypeOf(data) !== Object.prototype) return data
  const each = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, renamed(value, word)]))
  return each.name === BUILT_IN && (isBuiltIn(each.key) || isBuiltIn(each.touchpoint)) ? { ...each, name: word } : each
}

/** Whatever a read model gave, with the built-in touchpoints in it called so in the reader's language. */
export function placesInWords<T>(t: Translate<'headline'>, data: T): T {
  const word = t('overall')
  return word === BUILT_IN ? data : (renamed(data, word) as T)
}
