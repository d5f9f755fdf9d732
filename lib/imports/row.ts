import { questionAt } from '#lib/collect/lookup'
import { badText } from '#lib/http/body'
import { type Sentence, sentence } from '#lib/sentence'
import { SCALES } from '#lib/stats/instruments'
import { roundHalfAway } from '#lib/stats/round'
import { type PlacedAnswer, type Score, SCORES } from './answer-flag'
import { attributeColumns, type Flags } from './flags'
import { type MomentFormat, readMoment } from './moment'

/** Why a row is not stored, in words that name its column. */
export class BadRow extends Error {
  constructor(readonly said: Sentence) {
    super(said.message)
  }
}

type Values = ReadonlyMap<string, unknown>

export type Row = {
  id?: string | undefined
  stage?: string | undefined
  touchpoint?: string | undefined
  /** The key of the first touchpoint that is rated by name, where no answer needs the row's own place. */
  rated?: string | undefined
  data: Record<string, number | string>
  channel?: string | undefined
  userId?: string | undefined
  occurredAt?: string | undefined
  attributes?: Record<string, string | number | boolean> | undefined
}

const WHOLE = /^-?\d+(\.0+)?$/
const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)$/

/** One row of a file as an answer without its place; null when it holds neither score nor comment. */
export function readRow(values: Values, flags: Flags, times: MomentFormat, placed: readonly PlacedAnswer[] = []): Row | null {
  const data = readData(values, flags)
  const needsPlace = Object.keys(data).length > 0
  const rated = readPlaced(values, flags, placed, data)
  if (!needsPlace && rated === undefined) return null
  return {
    id: textOf(values, flags.id),
    stage: textOf(values, flags.stage),
    touchpoint: textOf(values, flags.touchpoint),
    rated: needsPlace ? undefined : rated,
    data,
    channel: textOf(values, flags.channel),
    userId: textOf(values, flags.person),
    occurredAt: readAt(values, flags, times),
    attributes: readAttributes(values, flags),
  }
}

/** Empty, blank and null are no answer. */
function textOf(values: Values, column: string | undefined): string | undefined {
  const value = column === undefined ? undefined : values.get(column)
  if (value === undefined || value === null) return undefined
  if (typeof value === 'object') throw new BadRow(sentence('Column "{column}" holds a list or an object; expected a text or a number.', { column: column ?? '' }))
  const text = String(value).trim()
  if (badText(text, [])) throw new BadRow(sentence('Column "{column}" holds a character that cannot be stored (NUL or half a surrogate pair).', { column: column ?? '' }))
  return text === '' ? undefined : text
}

function readData(values: Values, flags: Flags): Row['data'] {
  const data: Row['data'] = {}
  for (const instrument of SCORES) {
    const score = readScore(values, flags, instrument, flags[instrument])
    if (score !== undefined) data[instrument] = score
  }
  const comment = textOf(values, flags.comment)
  if (comment === undefined) return data
  if (comment.length > 10_000) {
    throw new BadRow(sentence('Column "{column}" has {length} characters; expected at most 10,000.', { column: flags.comment ?? '', length: comment.length }))
  }
  return { ...data, comment }
}

/** Adds the scores that have a touchpoint of their own; comes back with the first of these touchpoints. */
function readPlaced(values: Values, flags: Flags, placed: readonly PlacedAnswer[], data: Row['data']): string | undefined {
  let first: string | undefined
  for (const { column, instrument, touchpoint } of placed) {
    const score = readScore(values, flags, instrument, column)
    if (score === undefined) continue
    data[questionAt(instrument, touchpoint)] = score
    first ??= touchpoint
  }
  return first
}

/** "0" and "0.0" are one value; any other text is only itself. */
const isSame = (a: string, b: string) => a === b || (DECIMAL.test(a) && DECIMAL.test(b) && Number(a) === Number(b))

function readScore(values: Values, flags: Flags, instrument: Score, column: string | undefined): number | undefined {
  const text = textOf(values, column)
  if (text === undefined || flags['ignore-value'].some((ignored) => isSame(ignored, text))) return undefined
  const isSentiment = instrument === 'sentiment'
  const { lo, hi } = isSentiment ? { lo: -1, hi: 1 } : SCALES[instrument]
  const value = (isSentiment ? DECIMAL : WHOLE).test(text) ? Number(text) : Number.NaN
  if (value >= lo && value <= hi) return isSentiment ? roundHalfAway(value, 2) : value
  const said = { column: column ?? '', text: text.slice(0, 40), lo, hi, instrument }
  if (isSentiment) throw new BadRow(sentence('Column "{column}": "{text}" is not a number from {lo} to {hi} ({instrument}).', said))
  throw new BadRow(sentence('Column "{column}": "{text}" is not a whole number from {lo} to {hi} ({instrument}).', said))
}

function readAt(values: Values, flags: Flags, times: MomentFormat): string | undefined {
  if (flags.at === undefined && flags['at-default'] === undefined) return undefined
  const written = textOf(values, flags.at)
  const fallback = flags['at-default']
  const [column, expected] = [flags.at ?? '', expectedTime(flags)]
  if (written === undefined && fallback === undefined) throw new BadRow(sentence('Column "{column}" is empty; expected {expected}.', { column, expected }))
  const at = written === undefined ? readMoment(fallback ?? '', { ...times, format: undefined }) : readMoment(written, times)
  if (at) return at.toISOString()
  throw new BadRow(sentence('Column "{column}": "{text}" is not a time; expected {expected}.', { column, text: (written ?? '').slice(0, 40), expected }))
}

export const expectedTime = (flags: Flags): string | Sentence =>
  flags['at-format'] ?? sentence('ISO 8601 such as 2018-05-31T14:20, or say with at-format how it is written')

function readAttributes(values: Values, flags: Flags): Row['attributes'] {
  const found: NonNullable<Row['attributes']> = {}
  for (const column of attributeColumns(flags)) {
    const raw = values.get(column)
    const text = textOf(values, column)
    if (text !== undefined) found[column] = typeof raw === 'number' || typeof raw === 'boolean' ? raw : text
  }
  return Object.keys(found).length === 0 ? undefined : found
}
