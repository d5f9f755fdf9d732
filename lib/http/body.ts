import { Readable } from 'node:stream'
import { type Fault, fault, invalid, Problem } from '#lib/errors'
import { sentence } from '#lib/sentence'
import { pointer } from './problem'

const utf8 = new TextDecoder('utf-8', { fatal: true })

const tooLarge = (maxBytes: number) => new Problem('body_too_large', sentence('The body may have at most {most, number} bytes.', { most: maxBytes }))

// Whoever hung up in the middle hears nothing of it, and it is no failure of ours.
const hungUp = () => new Problem('invalid_json', 'The connection ended before the whole body was here.')

const whole = (chunks: Uint8Array[], size: number): Uint8Array => (chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size))

/** A node stream by its events: on the way of every answer, an async iterator would cost more than reading the answer does. */
function readEvents(stream: Readable, maxBytes: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    let size = 0
    stream.on('data', (chunk: Uint8Array) => {
      size += chunk.byteLength
      chunks.push(chunk)
      if (size <= maxBytes) return
      stream.pause()
      reject(tooLarge(maxBytes))
    })
    stream.on('end', () => resolve(whole(chunks, size)))
    stream.on('error', () => reject(hungUp()))
    stream.on('close', () => reject(hungUp()))
  })
}

/** The bytes of a body, given up at the first chunk that goes over the cap: an endless body costs no memory. */
export async function readCapped(stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  if (stream instanceof Readable) return readEvents(stream, maxBytes)
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of stream) {
      size += chunk.byteLength
      if (size > maxBytes) throw tooLarge(maxBytes)
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof Problem ? error : hungUp()
  }
  return whole(chunks, size)
}

/** JSON as UTF-8. Text that Postgres or a screen could not hold (NUL, half a surrogate pair) is refused with its place. */
export function parseJson(bytes: Uint8Array): unknown {
  let text: string
  let value: unknown
  try {
    text = utf8.decode(bytes)
    value = JSON.parse(text)
  } catch {
    throw new Problem('invalid_json', 'The body could not be read as JSON in UTF-8.')
  }
  // Only an escape can smuggle them in: raw UTF-8 holds no half pair, and JSON no raw NUL.
  if (text.includes('\\u') || text.includes('__proto__')) {
    const bad = badText(value, [])
    if (bad) throw invalid(bad)
  }
  return value
}

const isBad = (text: string) => text.includes('\0') || !text.isWellFormed()

/** Nothing that we read nests so far; whoever walks through a value needs an end. */
const MOST_DEEP = 64

/** The first text in a parsed value that holds NUL or a lone surrogate, keys included; and a key that would be dropped unsaid. */
export function badText(value: unknown, path: string[]): Fault | null {
  if (path.length > MOST_DEEP) return fault('', 'too_deep', 'The body nests deeper than {most} levels.', { most: MOST_DEEP })
  if (typeof value === 'string') {
    if (!isBad(value)) return null
    if (path.length === 0) return fault('', 'invalid_text', 'The text holds a character that cannot be stored.')
    return fault(pointer(path), 'invalid_text', '{place} holds a character that cannot be stored.', { place: path.join('.').slice(0, 200) })
  }
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__') return fault(pointer([...path, key]), 'unrecognized_key', 'There is no property "{key}" here.', { key })
    const found = badText(key, path) ?? badText(inner, [...path, key])
    if (found) return found
  }
  return null
}
