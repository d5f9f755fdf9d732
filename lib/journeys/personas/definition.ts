/** The dimension that counts by personas, and the value of whoever fits none. */
export const PERSONA = 'persona'
export const UNMATCHED = 'unmatched'

/** What a rule can ask about: an attribute by its name, or what every response has a field for. */
export const FIELDS = ['attribute', 'channel', 'variant', 'language', 'source'] as const
export type Field = (typeof FIELDS)[number]

/** An attribute by its name, or a field (then without one). */
export type About = { field: Field; name?: string | undefined }

export const LIST_TESTS = ['one_of', 'none_of'] as const
export const NUMBER_TESTS = ['at_least', 'at_most'] as const
export const BARE_TESTS = ['there', 'missing'] as const

/**
 * One thing that is asked of a response. Values compare as they are counted by: trimmed texts, upper and lower case apart.
 * `none_of` fits also where nothing is there; `at_least` and `at_most` fit numbers, written as texts too.
 */
export type Condition = About &
  (
    | { test: (typeof LIST_TESTS)[number]; values: string[] }
    | { test: (typeof NUMBER_TESTS)[number]; number: number }
    | { test: (typeof BARE_TESTS)[number] }
  )

/** Fits where every condition of any group does. */
export type Rules = Condition[][]

/** How responses are told apart, in order: one belongs to the first whose rules it fits. */
export type PersonaRule = { key: string; any: Rules }

export type Persona = { key: string; name: string; description: string | null; rules: Rules }

/** The attributes that decide who belongs to whom. */
export const attributesOf = (personas: readonly PersonaRule[]): string[] => [
  ...new Set(personas.flatMap(({ any }) => any.flat().flatMap(({ field, name }) => (field === 'attribute' && name !== undefined ? [name] : [])))),
]
