import { fault, invalid } from '#lib/errors'
import { type Sentence, sentence } from '#lib/sentence'
import { readCsv } from './csv'
import { readJsonl } from './jsonl'
import type { FileRecord, Format, ImportFile } from './record'

/** What is known of a file from its beginning, before any row is taken. */
export type Head = { format: Format; columns: string[]; records: FileRecord[]; isWhole: boolean }

const HEAD_BYTES = 1024 * 1024
const HEAD_ROWS = 1000

const unreadable = (said: Sentence) => invalid(fault('', 'unreadable', said))

async function firstBytes(file: ImportFile): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of file.open()) {
    chunks.push(chunk)
    size += chunk.byteLength
    if (size >= HEAD_BYTES) break
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES)
}

function refuseWhatIsNoText(bytes: Buffer): void {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (bytes.length === 0) throw unreadable(sentence('The file is empty; expected a header line or JSON lines.'))
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') {
    throw unreadable(sentence('Line 1: this is an Excel workbook or a zip archive; expected CSV or JSON lines. Save it as "CSV UTF-8".'))
  }
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  if (isGzip) throw unreadable(sentence('Line 1: this file is compressed; expected CSV or JSON lines. Unpack it first.'))
  if (isUtf16) throw unreadable(sentence('Line 1: this file is UTF-16 text; expected UTF-8. Save it as "CSV UTF-8".'))
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  try {
    utf8.decode(bytes, { stream: true })
  } catch {
    const lines = bytes.toString('latin1').split('\n')
    const line = lines.findIndex((text) => Buffer.from(text, 'latin1').toString('utf8').includes('\ufffd'))
    throw unreadable(sentence('Line {line} is not UTF-8 text. Save the file as UTF-8 and import it again.', { line: line + 1 }))
  }
}

const isJsonl = (file: ImportFile, text: string): boolean => {
  if (/\.(jsonl|ndjson|json)$/i.test(file.name) || /json|ndjson/.test(file.type ?? '')) return true
  if (/\.(csv|tsv)$/i.test(file.name) || /csv/.test(file.type ?? '')) return false
  return text.trimStart().startsWith('{')
}

/** The separator that the header line uses most outside of quotes. */
export function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/\r?\n|$/)).replace(/"[^"]*"/g, '')
  const counted = [',', ';', '\t'].map((mark) => ({ mark, times: header.split(mark).length }))
  return counted.reduce((best, next) => (next.times > best.times ? next : best)).mark
}

type OnColumns = (columns: string[]) => void

export const readRecords = (bytes: AsyncIterable<Uint8Array>, format: Format, onColumns?: OnColumns): AsyncGenerator<FileRecord> =>
  format.kind === 'csv' ? readCsv(bytes, format.delimiter, onColumns) : readJsonl(bytes)

/** Looks at the first MiB of a file. Throws one sentence, with the line, when it cannot be imported at all. */
export async function readHead(file: ImportFile): Promise<Head> {
  const bytes = await firstBytes(file)
  refuseWhatIsNoText(bytes)
  const text = bytes.toString('utf8').replace(/^\ufeff/, '')
  const format: Format = isJsonl(file, text) ? { kind: 'jsonl' } : { kind: 'csv', delimiter: delimiterOf(text) }
  const columns = new Set<string>()
  const records: FileRecord[] = []
  for await (const record of readRecords(once(bytes), format, (names) => names.forEach((name) => columns.add(name)))) {
    records.push(record)
    if (records.length > HEAD_ROWS) break
  }
  // Where the head was cut, its last row may be half of one.
  const isWhole = bytes.length >= file.size && records.length <= HEAD_ROWS
  if (!isWhole) records.pop()
  if (format.kind === 'jsonl') addKeys(columns, records)
  return { format, columns: [...columns].filter((name) => name !== ''), records, isWhole }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function addKeys(columns: Set<string>, records: FileRecord[]): void {
  for (const record of records) if ('values' in record) for (const key of record.values.keys()) columns.add(key)
  if (columns.size > 0) return
  const [first] = records
  if (first && 'fault' in first) throw unreadable(sentence('Line {line}: {what}', { line: first.line, what: first.fault }))
  throw unreadable(sentence('Line 1: expected JSON lines, one object in braces a line.'))
}
