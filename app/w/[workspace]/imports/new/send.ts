import { faultsOf } from '#ui/faults'
import type { ImportWords, Preview } from './mapping'

const PREVIEW_BYTES = 64 * 1024

export type Sent<T> = { data: T } | { faults: Record<string, string> }

/** Sends a file's beginning to see its columns. */
export const sendPreview = (t: ImportWords, slug: string, file: File): Promise<Sent<Preview>> =>
  send(t, `/w/${slug}/imports/upload/preview`, file, file.slice(0, PREVIEW_BYTES))

export const sendFile = (t: ImportWords, slug: string, file: File, query: URLSearchParams): Promise<Sent<{ id: string }>> =>
  send(t, `/w/${slug}/imports/upload?${query}`, file, file)

/** The browser streams the file from its disk; what comes back is the answer or what was refused, by flag. */
async function send<T>(t: ImportWords, address: string, { name, type }: File, body: Blob): Promise<Sent<T>> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': type || 'application/octet-stream',
        'content-disposition': `attachment; filename*=utf-8''${encodeURIComponent(name)}`,
      },
      body,
    })
    if (response.redirected) return { faults: { '': t('signedOut') } }
    const answer = await response.json()
    return response.ok ? { data: answer.data as T } : { faults: faultsOf({ errors: [], ...answer }) }
  } catch {
    return { faults: { '': t('unreached') } }
  }
}
