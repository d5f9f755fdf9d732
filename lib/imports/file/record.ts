import type { Sentence } from '#lib/sentence'
/** One row of a file with the line that it begins on, or why it could not be read. */
export type FileRecord = { line: number; values: ReadonlyMap<string, unknown> } | { line: number; fault: Sentence }

/** A file that can be read more than once. */
export type ImportFile = { name: string; size: number; type?: string | undefined; open: () => AsyncIterable<Uint8Array> }

export type Format = { kind: 'csv'; delimiter: string } | { kind: 'jsonl' }

/** A longer line is no answer of a person; the cap keeps memory flat whatever the file holds. */
export const MAX_LINE = 1024 * 1024
