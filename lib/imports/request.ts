import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { Context } from '#lib/context'
import { fault, invalid } from '#lib/errors'
import { readCapped } from '#lib/http/body'
import { allow } from '#lib/permission'
import { inEnglish } from '#lib/sentence'
import { flagsFromQuery } from './flags'
import { PREVIEW_BYTES, previewImport } from './preview'
import { receiveImport } from './receive'

/** An upload as it comes over the web: flags in the query, the file as the body, its name in Content-Disposition. */
export async function receiveRequest(ctx: Context, request: Request): Promise<{ id: string; state: 'waiting' }> {
  allow(ctx, 'import.write')
  const flags = flagsFromQuery(new URL(request.url).searchParams)
  return receiveImport(ctx, { flags, ...namesOf(request), body: bodyOf(request) })
}

/** The first 64 KiB of a file, to see its columns before it is sent whole. */
export async function previewRequest(ctx: Context, request: Request, voice = inEnglish) {
  allow(ctx, 'import.write')
  return previewImport(ctx, { ...namesOf(request), bytes: await readCapped(bodyOf(request), PREVIEW_BYTES) }, voice)
}

const namesOf = ({ headers }: Request) => ({
  name: fileNameOf(headers.get('content-disposition')) ?? 'upload',
  type: headers.get('content-type') ?? undefined,
})

function bodyOf(request: Request): AsyncIterable<Uint8Array> {
  if (!request.body) throw invalid(fault('', 'required', 'Send the file itself as the body of the request.'))
  return Readable.fromWeb(request.body as ReadableStream<Uint8Array>)
}

function fileNameOf(disposition: string | null): string | undefined {
  const coded = /filename\*=utf-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  const plain = /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1]
  try {
    const name = coded === undefined ? plain : decodeURIComponent(coded)
    return name?.replace(/[\p{Cc}/\\]/gu, '_').slice(0, 200)
  } catch {
    return undefined
  }
}
