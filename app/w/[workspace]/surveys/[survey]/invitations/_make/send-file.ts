type Sent<T> = { ok: true; data: T } | { ok: false; text: string }

/** Sends a file to one of our addresses. What goes wrong comes back as a sentence: the server's, or `lost`. */
export async function sendFile<T>(address: string, file: File, lost: string): Promise<Sent<T>> {
  try {
    const response = await fetch(address, { method: 'POST', body: file, headers: { 'content-type': 'text/csv' } })
    const body = (await response.json()) as { data: T; title?: string; detail?: string }
    return response.ok ? { ok: true, data: body.data } : { ok: false, text: body.detail ?? body.title ?? lost }
  } catch {
    return { ok: false, text: lost }
  }
}
