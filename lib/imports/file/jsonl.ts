import { type Sentence, sentence } from '#lib/sentence'
import { type FileRecord, MAX_LINE } from './record'

const utf8 = new TextDecoder('utf-8', { fatal: true })

type Line = { line: number; bytes: Buffer | null }

/** The lines of a file; a line over the cap comes as null and costs no memory. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let kept: Buffer[] = []
  let size = 0
  let line = 1
  const take = (part: Buffer) => {
    size += part.length
    if (size <= MAX_LINE) kept.push(part)
    else kept = []
  }
  const done = (): Line => {
    const bytes = size <= MAX_LINE ? Buffer.concat(kept) : null
    kept = []
    size = 0
    return { line: line++, bytes }
  }
  for await (const chunk of chunks) {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    let from = 0
    for (let to = buffer.indexOf(10); to >= 0; to = buffer.indexOf(10, from)) {
      take(buffer.subarray(from, to))
      from = to + 1
      yield done()
    }
    take(buffer.subarray(from))
  }
  if (size > 0) yield done()
}

export async function* readJsonl(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FileRecord> {
  for await (const { line, bytes } of linesOf(chunks)) {
    if (bytes === null) yield { line, fault: sentence('This line is longer than 1 MiB.') }
    else {
      const read = readLine(bytes)
      if (read) yield { line, ...read }
    }
  }
}

function readLine(bytes: Buffer): { values: Map<string, unknown> } | { fault: Sentence } | null {
  let text: string
  try {
    // A BOM at the start of the file is swallowed by the decoder.
    text = utf8.decode(bytes).trim()
  } catch {
    return { fault: sentence('This line is not UTF-8 text.') }
  }
  if (text === '') return null
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { values: new Map(Object.entries(value)) }
  } catch {
    return { fault: sentence('This line is not JSON: {text}', { text: text.slice(0, 60) }) }
  }
  return { fault: sentence('Expected one JSON object in braces, found {text}', { text: text.slice(0, 60) }) }
}
