import { CsvError, parse } from 'csv-parse'
import { fault, invalid } from '#lib/errors'
import { type Sentence, sentence } from '#lib/sentence'
import { type FileRecord, MAX_LINE } from './record'

type Parsed = { record: string[]; lines: number }

const REASONS: Record<string, Sentence> = {
  CSV_MAX_RECORD_SIZE: sentence('This row is longer than 1 MiB, perhaps for a quote that is never closed. Nothing after it was read.'),
  CSV_QUOTE_NOT_CLOSED: sentence('A quote opens in this row and never closes. Nothing after it was read.'),
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
const isAscii = (field: string) => /^[\x00-\x7f]*$/.test(field)

/** A row's fields as UTF-8; null where bytes are none, so that a row is refused instead of stored with marks in it. */
function decoded(record: string[]): string[] | null {
  try {
    return record.map((field) => (isAscii(field) ? field : utf8.decode(Buffer.from(field, 'latin1'))))
  } catch {
    return null
  }
}

const withoutMark = (chunk: Uint8Array) => (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk)

// Read byte by byte (latin1) and decoded a field at a time: the parser's own decoding would replace what it cannot read.
// Stray quotes inside a field are kept as they stand: people export such files every day.
const options = (delimiter: string) => ({
  encoding: 'latin1' as const,
  delimiter: Buffer.from(delimiter).toString('latin1'),
  record_delimiter: ['\r\n', '\n'],
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  max_record_size: MAX_LINE,
})

const breaks = (record: string[]) => record.reduce((sum, field) => sum + field.split('\n').length - 1, 0)

/** Feeds the parser chunk by chunk. As a stream it would drop the rows that it has read when a later one breaks it. */
function feed(delimiter: string) {
  const read: Parsed[] = []
  const parser = parse({
    ...options(delimiter),
    on_record: (record: string[], { lines }) => {
      read.push({ record, lines })
      return null
    },
  })
  const failed = new Promise<Error>((resolve) => parser.once('error', resolve))
  const step = async (act: (done: (error?: Error | null) => void) => void) => {
    const error = await Promise.race([failed, new Promise<Error | null | undefined>(act)])
    return { records: read.splice(0), error: error ?? undefined }
  }
  return {
    write: (chunk: Uint8Array) => step((done) => parser.write(chunk, done)),
    end: () => step((done) => parser.end(() => done())),
    close: () => parser.destroy(),
  }
}

export async function* readCsv(
  bytes: AsyncIterable<Uint8Array>,
  delimiter: string,
  onColumns?: (columns: string[]) => void,
): AsyncGenerator<FileRecord> {
  const parser = feed(delimiter)
  let columns: string[] | undefined
  let last = 0
  async function* steps() {
    let isFirst = true
    for await (const chunk of bytes) {
      yield await parser.write(isFirst ? withoutMark(chunk) : chunk)
      isFirst = false
    }
    yield await parser.end()
  }
  try {
    for await (const { records, error } of steps()) {
      for (const { record: raw, lines } of records) {
        // The parser tells the line on which a row ends.
        const line = lines - breaks(raw)
        const record = decoded(raw)
        last = lines
        if (columns) {
          yield { line, ...(record ? asRow(record, columns) : { fault: sentence('This row is not UTF-8 text.') }) }
          continue
        }
        if (!record) throw invalid(fault('', 'unreadable', 'Line {line} is not UTF-8 text. Save the file as UTF-8 and import it again.', { line }))
        columns = headerOf(record, line)
        onColumns?.(columns)
      }
      if (!error) continue
      const reason = error instanceof CsvError ? (REASONS[error.code] ?? sentence(error.message)) : sentence(error.message)
      if (!columns) throw invalid(fault('', 'unreadable', 'Line {line}: {what}', { line: last + 1, what: reason }))
      yield { line: last + 1, fault: reason }
      return
    }
  } finally {
    parser.close()
  }
}

function headerOf(record: string[], line: number): string[] {
  const columns = record.map((name) => name.trim())
  const twice = columns.find((name, at) => name !== '' && columns.indexOf(name) !== at)
  if (twice === undefined) return columns
  const said = 'Line {line}: the header names the column "{column}" twice; each column needs a name of its own.'
  throw invalid(fault('', 'unreadable', sentence(said, { line, column: twice })))
}

function asRow(record: string[], columns: string[]): { values: Map<string, unknown> } | { fault: Sentence } {
  const isRagged = record.length < columns.length || record.slice(columns.length).some((field) => field !== '')
  if (isRagged) return { fault: sentence('This row has {fields} fields; the header names {columns}.', { fields: record.length, columns: columns.length }) }
  return { values: new Map(columns.map((name, at) => [name, record[at]])) }
}
