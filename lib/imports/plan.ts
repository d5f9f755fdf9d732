import { sql } from 'drizzle-orm'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { type Fault, fault, invalid } from '#lib/errors'
import { loadStructure } from '#lib/journeys/structure'
import { allow } from '#lib/permission'
import { sentence } from '#lib/sentence'
import { Flags, namedColumns } from './flags'
import { type Head, readHead } from './file/head'
import type { ImportFile } from './file/record'
import { faultOfFormat, readMoment } from './moment'
import { nearest } from './nearest'
import { rehearsePlaces } from './places/rehearse'
import { expectedTime } from './row'

type Journey = { id: string; key: string; timeZone: string; isArchived: boolean }

export type Plan = { flags: Flags; head: Head; journey: Journey | null }

/** All that can be known before the first row. Throws what is wrong, in words; stores nothing. */
export async function planImport(ctx: Context, file: ImportFile, input: unknown): Promise<Plan> {
  allow(ctx, 'import.write')
  const flags = Flags.parse(input)
  const head = await checkFile(file, flags, ctx.now())
  const journey = await findJourney(ctx, flags.journey)
  if (!journey && !flags.create) {
    throw invalid(fault('/journey', 'unknown_journey', 'There is no journey "{journey}". Use create to make it from this file.', { journey: flags.journey }))
  }
  if (journey?.isArchived) throw invalid(fault('/journey', 'archived', 'The journey "{journey}" is archived. Restore it first.', { journey: flags.journey }))
  await checkPlaces(ctx, journey, flags)
  return { flags, head, journey }
}

async function checkPlaces(ctx: Context, journey: Journey | null, flags: Flags): Promise<void> {
  if (flags.answer.length === 0) return
  const structure = journey && (await inWorkspace(ctx, (tx) => loadStructure(tx, ctx.workspaceId, journey.id)))
  const [first, ...rest] = rehearsePlaces(structure, flags)
  if (first) throw invalid(first, ...rest)
}

/** Whether the flags fit the file, from its head alone: no database is asked. */
export async function checkFile(file: ImportFile, flags: Flags, now: Date): Promise<Head> {
  const head = await readHead(file)
  const [first, ...rest] = [...missingColumns(flags, head), ...wrongTimes(flags, head, now), ...wrongOutcome(flags, head)]
  if (first) throw invalid(first, ...rest)
  return head
}

/** By key, then by exact name. */
async function findJourney(ctx: Context, word: string): Promise<Journey | null> {
  const [found] = await inWorkspace(ctx, (tx) =>
    rows<Journey>(tx, sql`
      select id, key, time_zone as "timeZone", archived_at is not null as "isArchived"
      from journeys
      where workspace_id = ${ctx.workspaceId} and (key = ${word} or name = ${word})
      order by key = ${word} desc, archived_at is not null, created_at
      limit 1`),
  )
  return found ?? null
}

function missingColumns(flags: Flags, { columns }: Head): Fault[] {
  return namedColumns(flags)
    .filter(({ column }) => !columns.includes(column))
    .map(({ flag, column }) => {
      const meant = nearest(column, columns)
      const has = columns.slice(0, 40).join(', ')
      if (meant === undefined) return fault(`/${flag}`, 'unknown_column', 'Line 1: there is no column "{column}" for {flag}. The file has: {has}.', { column, flag, has })
      const hinted = 'Line 1: there is no column "{column}" for {flag}. Did you mean "{meant}"? The file has: {has}.'
      return fault(`/${flag}`, 'unknown_column', sentence(hinted, { column, flag, meant, has }))
    })
}

/** A positive value that only the case keeps from any in the file, or that a whole file does not hold, is a slip of the pen. */
function wrongOutcome({ outcome, 'outcome-positive': positive = '' }: Flags, { records, isWhole }: Head): Fault[] {
  if (outcome === undefined) return []
  const texts = records.map((record) => ('values' in record ? String(record.values.get(outcome) ?? '').trim() : ''))
  const held = [...new Set(texts)].filter((text) => text !== '')
  const isClose = held.some((text) => text.toLowerCase() === positive.toLowerCase())
  if (held.includes(positive) || (!isClose && !isWhole)) return []
  const has = held.slice(0, 12).map((text) => `"${text.slice(0, 40)}"`).join(', ') || sentence('nothing')
  return [fault('/outcome-positive', 'unknown_value', 'Column "{outcome}" never holds "{positive}"; it holds {has}.', { outcome, positive, has })]
}

/** A format that fits no value, or few of many, is wrong; a single wrong value is a matter of its row. */
function wrongTimes(flags: Flags, { records }: Head, now: Date): Fault[] {
  const { at, 'at-format': format, 'at-default': fallback } = flags
  const times = { format, timeZone: 'UTC', now }
  const pattern = format === undefined ? null : faultOfFormat(format)
  if (pattern) return [fault('/at-format', 'invalid_date', pattern)]
  if (fallback !== undefined && !readMoment(fallback, { ...times, format: undefined })) {
    return [fault('/at-default', 'invalid_date', '"{text}" is not a time; expected ISO 8601 such as 2018-05-31 or 2018-05-31T14:20.', { text: fallback })]
  }
  if (at === undefined) return []
  const written = records.flatMap((record) => {
    const text = 'values' in record ? String(record.values.get(at) ?? '').trim() : ''
    return text === '' ? [] : [{ line: record.line, text, fits: readMoment(text, times) !== null }]
  })
  const wrong = written.filter((one) => !one.fits)
  const [shown] = wrong
  const areMost = wrong.length * 2 > written.length
  if (!shown || !areMost || (written[0]?.fits && written.length < 20)) return []
  const values = { line: shown.line, column: at, text: shown.text.slice(0, 60), expected: expectedTime(flags) }
  const said = sentence('Line {line}: column "{column}" holds "{text}"; expected {expected}.', values)
  return [fault(format === undefined ? '/at' : '/at-format', 'invalid_date', said)]
}
