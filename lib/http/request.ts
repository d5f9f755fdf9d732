import { fault, invalid } from '#lib/errors'
import { type Sentence, sentence } from '#lib/sentence'
import { parseJson, readCapped } from './body'
import { pointer } from './problem'

const MOST_BYTES = 64 * 1024

/** The JSON object of a request together with what its path names. A body that names the same again is refused, not believed. */
export async function bodyOf(request: Request, path: Readonly<Record<string, string>> = {}, mostBytes = MOST_BYTES): Promise<Record<string, unknown>> {
  const body = parseJson(await readCapped(chunksOf(request), mostBytes))
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalid(fault('', 'invalid_type', 'The body must be a JSON object.'))
  }
  const twice = Object.keys(path).find((name) => Object.hasOwn(body, name))
  if (twice !== undefined) throw invalid(fault(pointer([twice]), 'unrecognized_key', '"{name}" stands in the address already.', { name: twice }))
  return { ...body, ...path }
}

/** Said several times where several are meant, and read by whoever means them. */
const SEVERAL: readonly string[] = ['compare']

/** What an address asks for. A name that is said twice, or stands in the path already, is refused: one of the two would be passed over in silence. */
export function queryOf(request: Request, path: Readonly<Record<string, string>> = {}): Record<string, string> {
  const given = new URL(request.url).searchParams
  for (const name of new Set(given.keys())) {
    const refuse = (code: string, said: Sentence) => invalid(fault(pointer([name]), code, said))
    if (Object.hasOwn(path, name)) throw refuse('unrecognized_key', sentence('"{name}" stands in the address already.', { name }))
    if (given.getAll(name).length > 1 && !SEVERAL.includes(name)) throw refuse('repeated', sentence('Say "{name}" once.', { name: name.slice(0, 60) }))
  }
  return Object.fromEntries(given)
}

export async function* chunksOf({ body }: Request): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader()
  try {
    for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) yield chunk.value
  } finally {
    // Given up at the cap: the sender is told to stop.
    await reader?.cancel().catch(() => {})
  }
}
