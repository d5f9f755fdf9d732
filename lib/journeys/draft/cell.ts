import { z } from 'zod'
import { type Fault, fault } from '#lib/errors'
import { issueSentence } from '#lib/http/issue'
import { sentence } from '#lib/sentence'
import { LANE_LEVELS, LANE_VALUES, type Lane } from '../document/schema'
import { Channel, Key, Name, TouchpointKey } from '../input'
import type { Level, StageField, TouchpointField } from './definition'

/** What a cell stands for. */
export type Place =
  | { kind: 'name' }
  | { kind: 'order'; stage: string | null }
  | { kind: 'stage'; key: string; field: StageField }
  | { kind: 'touchpoint'; key: string; field: TouchpointField }
  | { kind: 'lane'; lane: Lane; level: Level; key: string }

const FIELDS = {
  stage: { state: z.enum(['live', 'archived']), name: Name },
  touchpoint: { state: z.enum(['live', 'archived']), name: Name, channel: Channel, stage: Key },
} as const

/** Live ones and, behind them, whatever an order still names that is archived. */
const Order = z.array(TouchpointKey).max(400)

const isField = <T extends object>(fields: T, field: string | undefined): field is Extract<keyof T, string> =>
  field !== undefined && Object.hasOwn(fields, field)

/** Null for a path that names nothing. */
export function placeOf(cell: string): Place | null {
  const [kind, first, second, third, more] = cell.split('/')
  if (more !== undefined || [first, second, third].includes('')) return null
  if (kind === 'name') return first === undefined ? { kind } : null
  if (kind === 'order') return second === undefined ? { kind, stage: first ?? null } : null
  if (first === undefined || second === undefined) return null
  if (kind === 'stage') return third === undefined && isField(FIELDS.stage, second) ? { kind, key: first, field: second } : null
  if (kind === 'touchpoint') return third === undefined && isField(FIELDS.touchpoint, second) ? { kind, key: first, field: second } : null
  if (kind !== 'lane' || third === undefined || !isField(LANE_VALUES, first)) return null
  const level = LANE_LEVELS[first].find((one) => one === second)
  return level === undefined ? null : { kind, lane: first, level, key: third }
}

function schemaOf(place: Place): z.ZodType {
  if (place.kind === 'name') return Name
  if (place.kind === 'order') return Order
  if (place.kind === 'lane') return LANE_VALUES[place.lane]
  return place.kind === 'stage' ? FIELDS.stage[place.field] : FIELDS.touchpoint[place.field]
}

/** The value as it is stored, or what is wrong with it. Null always stands: for "none" or for "as it is published". */
export function readValue(place: Place, value: unknown, pointer: string): { value: unknown } | Fault {
  if (value === null) return { value }
  const read = schemaOf(place).safeParse(value)
  if (read.success) return { value: read.data }
  const [issue] = read.error.issues
  const path = [pointer, ...(issue?.path ?? []).map(String)].join('/')
  const { message, template = message, values } = issue ? issueSentence(issue) : sentence('This cannot stand here.')
  const said = `${issue?.message ?? message}.`.replace(/\.\.$/, '.')
  return { ...fault(path, value === undefined ? 'required' : 'invalid_value', said), template, ...(values ? { values } : {}) }
}
