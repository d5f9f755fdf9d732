import type { FileRecord, ImportFile } from '#lib/imports/file/record'

/** A file of these words, handed out in small chunks so that every border falls somewhere. */
export function fileOf(name: string, content: string | Uint8Array, chunk = 7): ImportFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return {
    name,
    size: bytes.byteLength,
    async *open() {
      for (let at = 0; at < bytes.byteLength; at += chunk) yield bytes.subarray(at, at + chunk)
    },
  }
}

export async function all(records: AsyncIterable<FileRecord>) {
  const found: { line: number; row: Record<string, unknown> | string }[] = []
  for await (const record of records) {
    found.push({ line: record.line, row: 'fault' in record ? record.fault.message : Object.fromEntries(record.values) })
  }
  return found
}
