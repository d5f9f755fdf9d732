import type { Context } from '#lib/context'
import { allow } from '#lib/permission'
import { inEnglish, type Voice } from '#lib/sentence'
import { readHead } from './file/head'
import type { FileRecord } from './file/record'
import { guessFlags } from './guess'

/** As much of a file as a preview wants; more is not needed to see its columns. */
export const PREVIEW_BYTES = 64 * 1024
const SHOWN = 20

type Piece = { name: string; type?: string | undefined; bytes: Uint8Array }

const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)

/** The columns and first rows of a file, with a guess at what each column is. Stores nothing. */
export async function previewImport(ctx: Context, { name, type, bytes }: Piece, voice = inEnglish) {
  allow(ctx, 'import.write')
  // A piece of the full length was probably cut, and its last row with it.
  const size = bytes.byteLength + (bytes.byteLength >= PREVIEW_BYTES ? 1 : 0)
  const { format, columns, records } = await readHead({ name, type, size, open: () => once(bytes) })
  const valuesOf = (column: string) =>
    records.flatMap((record) => ('values' in record ? [textOf(record.values.get(column)).trim()] : [])).filter((text) => text !== '')
  return {
    format: format.kind,
    columns,
    rows: records.slice(0, SHOWN).map((record) => asShown(record, columns, voice)),
    guess: guessFlags(columns, valuesOf, ctx.now()),
  }
}

const asShown = (record: FileRecord, columns: string[], voice: Voice) =>
  'fault' in record
    ? { line: record.line, fault: voice(record.fault), values: [] }
    : { line: record.line, fault: null, values: columns.map((column) => textOf(record.values.get(column)).slice(0, 200)) }

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
