/**
 * How column values become JavaScript, the same on both engines: date, time, interval, int8 and numeric as text, timestamptz
 * as Date, bytea as Buffer, json parsed, arrays as arrays of these. Text here means: what Postgres writes, untouched.
 */
export const codes = { bytea: 17, int8: 20, json: 114, date: 1082, time: 1083, timestamp: 1114, timestamptz: 1184, interval: 1186, jsonb: 3802 }

/** The array types that drizzle would leave unparsed: timestamp, date, timestamptz and numeric. */
export const arrayCodes = [1115, 1182, 1185, 1231]

const text = (value: string) => value

export const parsers: Record<number, (value: string) => unknown> = {
  [codes.int8]: text,
  [codes.date]: text,
  [codes.time]: text,
  [codes.timestamp]: text,
  [codes.interval]: text,
  [codes.timestamptz]: (value) => new Date(value),
  [codes.bytea]: (value) => Buffer.from(value.slice(2), 'hex'),
}

const day = (value: unknown) => (value instanceof Date ? value.toISOString() : String(value))
const json = (value: unknown) =>
  typeof value === 'string' ? value : JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? inner.toString() : inner))

export const serializers: Record<number, (value: unknown) => string> = {
  [codes.date]: day,
  [codes.timestamp]: day,
  [codes.timestamptz]: day,
  [codes.json]: json,
  [codes.jsonb]: json,
}
