import { type Condition, type PersonaRule, UNMATCHED } from '#lib/journeys/personas/definition'
import { type Said, valueOf } from './value'

type Fits = (said: Said) => boolean

const NUMBER = /^[+-]?[0-9]+([.][0-9]+)?$/

function readerOf({ field, name = '' }: Condition): (said: Said) => string | null {
  if (field !== 'attribute') return (said) => valueOf(said[field])
  return ({ attributes }) => (attributes && Object.hasOwn(attributes, name) ? valueOf(attributes[name]) : null)
}

function testOf(condition: Condition): (value: string | null) => boolean {
  switch (condition.test) {
    case 'there':
      return (value) => value !== null
    case 'missing':
      return (value) => value === null
    case 'at_least':
      return (value) => value !== null && NUMBER.test(value) && Number(value) >= condition.number
    case 'at_most':
      return (value) => value !== null && NUMBER.test(value) && Number(value) <= condition.number
    default: {
      const values = new Set(condition.values)
      const isIn = condition.test === 'one_of'
      return (value) => (value !== null && values.has(value)) === isIn
    }
  }
}

function fitsCondition(condition: Condition): Fits {
  const read = readerOf(condition)
  const test = testOf(condition)
  return (said) => test(read(said))
}

/** Whether a response fits rules, whatever other personas there are. */
export function compileRules(any: PersonaRule['any']): Fits {
  const groups = any.map((all) => all.map(fitsCondition))
  return (said) => groups.some((all) => all.every((fits) => fits(said)))
}

type Compiled = readonly { key: string; fits: Fits }[]

// A structure is in memory between answers, and its rules are made ready once.
const ready = new WeakMap<readonly PersonaRule[], Compiled>()

function compiled(personas: readonly PersonaRule[]): Compiled {
  const known = ready.get(personas)
  if (known) return known
  const made = personas.map(({ key, any }) => ({ key, fits: compileRules(any) }))
  ready.set(personas, made)
  return made
}

/** The persona that a response belongs to: the first whose rules it fits, else `unmatched`. So they add up to all. */
export const personaOf = (said: Said, personas: readonly PersonaRule[]): string => compiled(personas).find(({ fits }) => fits(said))?.key ?? UNMATCHED
