import { z } from 'zod'
import { sentence, type Sentence } from '#lib/sentence'
import type { Settings } from '#lib/surveys/settings'
import type { Attributes } from '../types'

/** What a page says of whoever looks at it. */
export const AttributeBag = z
  .record(z.string().min(1).max(60), z.union([z.string().max(500), z.number(), z.boolean()]))
  .refine((bag) => Object.keys(bag).length <= 50, 'may have at most 50 entries')

type AttributeRule = NonNullable<Settings['rules']['attributes']>[number]
type Value = Attributes[string]

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(text)

/** Numbers by their size, also where a page wrote them as text; dates as ISO 8601 orders them; anything else has no order. */
function order(a: Value, b: Value): number | null {
  const [x, y] = [a, b].map((value) => (typeof value === 'boolean' || String(value).trim() === '' ? NaN : Number(value)))
  if (x !== undefined && y !== undefined && !Number.isNaN(x) && !Number.isNaN(y)) return x - y
  const [s, t] = [String(a), String(b)]
  return isDate(s) && isDate(t) ? (s < t ? -1 : s > t ? 1 : 0) : null
}

export function matchesAttribute({ name, is, value = '' }: AttributeRule, attributes: Attributes): boolean {
  const own = Object.hasOwn(attributes, name) ? attributes[name] : undefined
  const isSet = own !== undefined && own !== ''
  if (is === 'set' || is === 'notSet') return isSet === (is === 'set')
  if (is === 'notEquals') return String(own ?? '') !== String(value)
  if (own === undefined) return false
  if (is === 'equals') return String(own) === String(value)
  if (is === 'contains') return String(own).includes(String(value))
  const by = order(own, value)
  return by !== null && (is === 'atLeast' ? by >= 0 : by <= 0)
}

const WORDS: Readonly<Record<AttributeRule['is'], string>> = {
  equals: '“{name}” must be “{value}”',
  notEquals: '“{name}” must not be “{value}”',
  contains: '“{name}” must contain “{value}”',
  atLeast: '“{name}” must be at least “{value}”',
  atMost: '“{name}” must be at most “{value}”',
  set: '“{name}” must be there',
  notSet: '“{name}” must not be there',
}

/** A rule as its team reads it: "plan" must be "pro". */
export const attributeSentence = ({ name, is, value }: AttributeRule): Sentence => sentence(WORDS[is], { name, value: String(value ?? '') })
