import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { env } from '#lib/env'
import { Problem } from '#lib/errors'
import { isId } from '#lib/ids'
import type { ImportFile } from './file/record'

export const MOST_BYTES = 1024 ** 3
const KEPT_MS = 7 * 86_400_000

const folder = () => path.resolve(env().DATA_DIR, 'imports')

export const uploadPath = (id: string): string => path.join(folder(), id)

async function* capped(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > MOST_BYTES) throw new Problem('body_too_large', 'A file may have at most 1 GiB. Split it into several.')
    yield chunk
  }
}

/** Writes a body to disk as it comes; memory holds one chunk of it. What did not come whole is removed. */
export async function keepUpload(id: string, body: AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  try {
    await pipeline(capped(body), createWriteStream(uploadPath(id), { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    await removeUpload(id)
    throw error
  }
}

export const removeUpload = (id: string): Promise<void> => rm(uploadPath(id), { force: true })

export async function diskFile(at: string, name: string, type?: string): Promise<ImportFile> {
  const { size } = await stat(at)
  return { name, type, size, open: () => createReadStream(at, { highWaterMark: 256 * 1024 }) }
}

/** What a crash in the middle of an upload left behind. */
export async function sweepUploads(now: Date): Promise<void> {
  const names = await readdir(folder()).catch(() => [])
  for (const id of names.filter(isId)) {
    const found = await stat(uploadPath(id)).catch(() => null)
    if (found && now.getTime() - found.mtimeMs > KEPT_MS) await removeUpload(id)
  }
}
