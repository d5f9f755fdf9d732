import { Problem } from '#lib/errors'
import { sentence } from '#lib/sentence'
import { roundHalfAway } from '#lib/stats/round'
import { delimiterOf, readRecords } from '../file/head'
import type { FileRecord } from '../file/record'
import { type Brought, Gathered, refuse, syntax } from './brought'

/** What a column may be called, in small letters without blanks, dashes and underscores. */
const HEADERS = {
  stage: ['stage', 'phase', 'section', 'step', 'journeystage'],
  touchpoint: ['touchpoint', 'task', 'moment', 'activity', 'interaction', 'kontaktpunkt', 'berührungspunkt'],
  channel: ['channel', 'kanal', 'medium'],
  score: ['score', 'emotion', 'rating', 'feeling', 'sentiment', 'value', 'wert', 'bewertung', 'gefühl'],
  n: ['n', 'answers', 'count', 'responses', 'antworten', 'anzahl'],
} as const

type Column = keyof typeof HEADERS
const COLUMNS = Object.keys(HEADERS) as Column[]

const plain = (header: string) => header.normalize('NFC').toLowerCase().replace(/[\s_-]+/g, '')

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

/** Which column says what; the first of several wins. */
function columnsOf(header: readonly string[]): { at: Partial<Record<Column, string>>; others: string[] } {
  const at: Partial<Record<Column, string>> = {}
  const others: string[] = []
  for (const name of header) {
    const column = COLUMNS.find((each) => at[each] === undefined && (HEADERS[each] as readonly string[]).includes(plain(name)))
    if (column) at[column] = name
    else if (name !== '') others.push(name)
  }
  return { at, others }
}

/** "1.5", "+1,5" and "−2" alike; null for an empty cell, undefined for what is no number. */
function numberOf(text: string): number | null | undefined {
  const plain = text.trim().replace('−', '-').replace(',', '.')
  if (plain === '' || plain === '–' || plain === '·') return null
  return /^[+-]?\d{1,4}(\.\d{1,9})?$/.test(plain) ? Number(plain) : undefined
}

/** Our own files put an apostrophe before what a spreadsheet would run. */
const undefused = (text: string) => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text)

/** What a file cannot be read for is wrong with the text here. */
async function* fromText(records: AsyncIterable<FileRecord>): AsyncGenerator<FileRecord> {
  try {
    yield* records
  } catch (error) {
    if (error instanceof Problem) refuse(error.errors.map((one) => (one.pointer === '' ? { ...one, pointer: '/text', code: 'syntax' } : one)))
    throw error
  }
}

/** A sheet of stage, touchpoint, channel and score of -2..+2. Scores become what the team assumes; a line without a touchpoint speaks of its stage. */
export async function readScores(text: string): Promise<Brought> {
  const gathered = new Gathered()
  let columns = columnsOf([])
  const read = (header: string[]) => {
    columns = columnsOf(header)
    if (columns.at.stage !== undefined) return
    const found = header.slice(0, 8).map((name) => `“${name.slice(0, 40)}”`).join(', ') || sentence('nothing')
    refuse([syntax(sentence('Line 1: no column is called “stage” (or phase, section, step). Found: {found}.', { found }))])
  }
  const body = text.replace(/^\ufeff/, '')
  for await (const record of fromText(readRecords(once(body), { kind: 'csv', delimiter: delimiterOf(body) }, read))) {
    if ('fault' in record) {
      gathered.fail(record.line, record.fault)
      continue
    }
    const cell = (column: Column) => undefused(String(record.values.get(columns.at[column] ?? '') ?? '').trim())
    const [stage, touchpoint] = [cell('stage'), cell('touchpoint')]
    if (stage === '') {
      gathered.fail(record.line, sentence('the stage is missing.'))
      continue
    }
    const score = numberOf(cell('score'))
    if (score === undefined || (score !== null && Math.abs(score) > 2)) {
      gathered.fail(record.line, sentence('“{text}” is no score. Expected a number from -2 to +2, or nothing.', { text: cell('score').slice(0, 40) }))
      continue
    }
    const index = score === null ? null : roundHalfAway(score * 50)
    gathered.stage(record.line, stage)
    if (touchpoint === '') gathered.believe(index)
    else gathered.touchpoint(record.line, touchpoint, cell('channel'), index)
  }
  const notes = columns.others.map((name) => sentence('Line 1: the column “{name}” is left out; stage, touchpoint, channel and score are read.', { name: name.slice(0, 60) }))
  if (columns.at.n !== undefined) notes.push(sentence('Line 1: the column “{name}” is left out: how many answered is known from answers alone.', { name: columns.at.n }))
  return gathered.done({ name: null, personas: [], notes })
}
