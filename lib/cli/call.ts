import { z } from 'zod'
import { Stop } from './command'
import type { Server } from './connect'

const Envelope = z.object({ data: z.unknown(), nextCursor: z.string().nullish() })
const Refusal = z.object({
  title: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ message: z.string() })).default([]),
})

type Sent = RequestInit & { duplex?: 'half' }

/** A call of the management API in its envelope; a refusal becomes its sentences. */
export async function callPage(server: Server, path: string, init: Sent = {}) {
  const headers = { ...init.headers, 'x-api-key': server.key }
  const response = await fetch(server.url + path, { ...init, headers }).catch((error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    throw new Stop(`The server at ${server.url} did not answer: ${cause}`)
  })
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return Envelope.parse(body)
  const refusal = Refusal.safeParse(body)
  if (!refusal.success) throw new Stop(`${server.url} answered ${response.status} and is no Wayfelt server.`)
  const { errors, detail, title } = refusal.data
  const sentences = errors.length > 0 ? errors.map((one) => one.message) : [detail ?? title]
  throw new Stop(sentences.join('\n'), response.status < 500 ? 2 : 1)
}

export const callServer = async (server: Server, path: string, init?: Sent): Promise<unknown> => (await callPage(server, path, init)).data
