type Sent<T> = { ok: true; data: T } | { ok: false; text: string }

const LOST = 'The connection was lost. Your file is still chosen: try again.'

/** Sends a file to one of our addresses. What goes wrong comes back as a sentence. */
export async function sendFile<T>(address: string, file: File): Promise<Sent<T>> {
  try {
    const response = await fetch(address, { method: 'POST', body: file, headers: { 'content-type': 'text/csv' } })
    const body = (await response.json()) as { data: T; title?: string; detail?: string }
    return response.ok ? { ok: true, data: body.data } : { ok: false, text: body.detail ?? body.title ?? LOST }
  } catch {
    return { ok: false, text: LOST }
  }
}
