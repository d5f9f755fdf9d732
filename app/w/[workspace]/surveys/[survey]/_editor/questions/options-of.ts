import type { Question } from '#lib/surveys/definition'

export type Option = { id: string; label: string }

export const MOST_OPTIONS = 30

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Eight letters by chance: an id that was ever published must not come back for another answer. */
export const newOptionId = (): string =>
  `o${Array.from(crypto.getRandomValues(new Uint8Array(7)), (byte) => LETTERS[byte % LETTERS.length]).join('')}`

export const optionsOf = ({ options }: Question): readonly Option[] => options ?? []

export const renamed = (options: readonly Option[], id: string, label: string): Option[] =>
  options.map((option) => (option.id === id ? { ...option, label } : option))

export function movedOption(options: readonly Option[], id: string, over: string): Option[] {
  const [from, to] = [options.findIndex((o) => o.id === id), options.findIndex((o) => o.id === over)]
  const moved = options[from]
  return moved && to >= 0 ? options.toSpliced(from, 1).toSpliced(to, 0, moved) : [...options]
}

/** Several lines pasted at once are several answers: the first stays in the field, the others follow it. */
export function pasted(options: readonly Option[], id: string, text: string): Option[] {
  const lines = text.split(/\r?\n/).map((each) => each.trim().slice(0, 120)).filter(Boolean)
  const at = options.findIndex((option) => option.id === id)
  const [first = '', ...rest] = lines
  const added = rest.slice(0, MOST_OPTIONS - options.length).map((label) => ({ id: newOptionId(), label }))
  return renamed(options, id, first).toSpliced(at + 1, 0, ...added)
}
