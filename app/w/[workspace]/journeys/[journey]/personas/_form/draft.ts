import { BARE_TESTS, type Condition, type Field, LIST_TESTS, NUMBER_TESTS, type Rules } from '#lib/journeys/personas/definition'

export const TESTS = [...LIST_TESTS, ...NUMBER_TESTS, ...BARE_TESTS] as const
type Test = (typeof TESTS)[number]

/** A condition while it is written: it keeps what was typed for a test that is not chosen now. */
export type DraftCondition = { id: number; field: Field; name: string; test: Test; values: string[]; number: string }
export type DraftGroup = { id: number; all: DraftCondition[] }

let count = 0
const newId = () => (count += 1)

export const newCondition = (about: Pick<DraftCondition, 'field' | 'name'> = { field: 'attribute', name: '' }): DraftCondition => ({ id: newId(), ...about, test: 'one_of', values: [], number: '' })
export const newGroup = (about?: Pick<DraftCondition, 'field' | 'name'>): DraftGroup => ({ id: newId(), all: [newCondition(about)] })

export const draftOf = (rules: Rules): DraftGroup[] =>
  rules.map((all) => ({
    id: newId(),
    all: all.map((condition) => ({
      ...newCondition({ field: condition.field, name: condition.name ?? '' }),
      test: condition.test,
      ...('values' in condition ? { values: condition.values } : {}),
      ...('number' in condition ? { number: String(condition.number) } : {}),
    })),
  }))

const isOf = <T extends string>(tests: readonly T[], test: string): test is T => tests.some((one) => one === test)

/** As a number is written by hand, with a comma too. */
const numberOf = (text: string) => (/^\s*[+-−]?\d+([.,]\d+)?\s*$/.test(text) ? Number(text.trim().replace('−', '-').replace(',', '.')) : null)

/** What is asked; null where something is missing yet. */
export function conditionOf({ field, name, test, values, number }: DraftCondition): Condition | null {
  if (field === 'attribute' && name.trim() === '') return null
  const about = field === 'attribute' ? { field, name: name.trim() } : { field }
  if (isOf(LIST_TESTS, test)) return values.length > 0 ? { ...about, test, values } : null
  if (isOf(NUMBER_TESTS, test)) {
    const asked = numberOf(number)
    return asked === null ? null : { ...about, test, number: asked }
  }
  return { ...about, test }
}

/** The rules as they are sent; null where a condition is not finished. */
export function rulesOf(groups: readonly DraftGroup[]): Rules | null {
  const rules = groups.map(({ all }) => all.map(conditionOf))
  const whole = rules.map((all) => all.filter((condition) => condition !== null))
  return whole.length > 0 && whole.every((all, i) => all.length > 0 && all.length === rules[i]?.length) ? whole : null
}
