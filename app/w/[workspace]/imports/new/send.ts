import { faultsOf } from '#ui/faults'
import type { Preview } from './mapping'

const PREVIEW_BYTES = 64 * 1024

export type Sent<T> = { data: T } | { faults: Record<string, string> }

/** Sends a file's beginning to see its columns. */
export const sendPreview = (slug: string, file: File): Promise<Sent<Preview>> =>
  send(`/w/${slug}/imports/upload/preview`, file, file.slice(0, PREVIEW_BYTES))

export const sendFile = (slug: string, file: File, query: URLSearchParams): Promise<Sent<{ id: string }>> =>
  send(`/w/${slug}/imports/upload?${query}`, file, file)

/** The browser streams the file from its disk; what comes back is the answer or what was refused, by flag. */
async function send<T>(address: string, { name, type }: File, body: Blob): Promise<Sent<T>> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': type || 'application/octet-stream',
        'content-disposition': `attachment; filename*=utf-8''${encodeURIComponent(name)}`,
      },
      body,
    })
    if (response.redirected) return { faults: { '': 'You are signed out. Sign in again in another tab, then try again here.' } }
    const answer = await response.json()
    return response.ok ? { data: answer.data as T } : { faults: faultsOf({ errors: [], ...answer }) }
  } catch {
    return { faults: { '': 'The file did not reach the server. Check the connection and try again.' } }
  }
}
