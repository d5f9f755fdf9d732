import { types } from '@electric-sql/pglite'

type Parse = (value: string) => unknown
type Serialize = (value: unknown) => string

const text: Parse = (value) => value

/**
 * How column values become JavaScript, the same on both engines: date, time, interval, int8 and numeric as text, timestamptz
 * as Date, bytea as Buffer, json parsed, arrays as arrays of these. Text here means: what Postgres writes, untouched.
 */
export const parsers: Record<number, Parse> = {
  [types.INT8]: text,
  [types.DATE]: text,
  [types.TIME]: text,
  [types.TIMESTAMP]: text,
  [types.INTERVAL]: text,
  [types.TIMESTAMPTZ]: (value) => new Date(value),
  [types.BYTEA]: (value) => Buffer.from(value.slice(2), 'hex'),
}

const { arrayParser, arraySerializer, parsers: theirs } = types
const serializers = types.serializers as Record<number, Serialize>

// The array types of Postgres that the schema may use, each with the type of its elements; these numbers never change.
const arrays: Record<number, number> = {
  1000: types.BOOL,
  1001: types.BYTEA,
  1005: types.INT2,
  1007: types.INT4,
  1009: types.TEXT,
  1015: types.VARCHAR,
  1016: types.INT8,
  1021: types.FLOAT4,
  1022: types.FLOAT8,
  1115: types.TIMESTAMP,
  1182: types.DATE,
  1185: types.TIMESTAMPTZ,
  1231: types.NUMERIC,
  199: types.JSON,
  2951: types.UUID,
  3807: types.JSONB,
}

/** For postgres.js, whose own arrays turn NULL into the word: the embedded engine's functions, type by type. */
export function wireFor(options: { parsers: object; serializers: object }): void {
  const scalars = [types.DATE, types.TIMESTAMP, types.TIMESTAMPTZ, types.JSON, types.JSONB, types.BOOL, types.BYTEA]
  const entries = Object.entries(arrays).map(([code, element]) => [Number(code), element] as const)
  Object.assign(options.serializers, Object.fromEntries(scalars.map((code) => [code, serializers[code]])))
  Object.assign(options.parsers, parsers)
  for (const [code, element] of entries) {
    const parse = parsers[element] ?? theirs[element] ?? text
    Object.assign(options.parsers, { [code]: (value: string) => arrayParser(value, parse, code) })
    Object.assign(options.serializers, { [code]: (value: unknown) => arraySerializer(value, serializers[element], code) })
  }
}
