/** When a follow-up is asked: after a score within a range, or where one of these was chosen; with neither, after any answer. */
export type When = {
  question: string
  from?: number | undefined
  to?: number | undefined
  chosen?: readonly string[] | undefined
}

/** What was chosen, as ids: of a list, of one option, or of a consent. */
function chosenIn(value: unknown): readonly unknown[] {
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  return Array.isArray(value) ? value : [value]
}

/** Is this question asked of somebody who has given these answers (as the client API takes them)? */
export function isAsked({ when }: { when?: When | undefined }, data: Readonly<Record<string, unknown>>): boolean {
  if (!when) return true
  if (!Object.hasOwn(data, when.question)) return false
  const given = data[when.question]
  const { from = -Infinity, to = Infinity, chosen } = when
  if (chosen && !chosenIn(given).some((id) => typeof id === 'string' && chosen.includes(id))) return false
  return typeof given !== 'number' || (given >= from && given <= to)
}
