import { v4 } from 'uuid'
import { clientApi } from '#lib/collect/client-api'
import type { Context } from '#lib/context'

export type Answer = { status: number; headers: Record<string, string>; json: Record<string, never> & { [key: string]: unknown } }

/** The page that asks, and the client address. */
export type Sender = { origin?: string | null; from?: string }

/** A request to the client API as it comes over the wire; `body` may be text, bytes or a value to be sent as JSON. */
export async function send(ctx: Context, method: string, address: string, body?: unknown, { origin = null, from = '127.0.0.1' }: Sender = {}) {
  const bytes = body instanceof Uint8Array ? body : new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body ?? ''))
  const stream = async function* () {
    if (body !== undefined) yield bytes
  }
  const [path = '', query = ''] = address.split('?')
  const asked = { method, path: [ctx.workspaceId, ...path.split('/')], search: new URLSearchParams(query) }
  const reply = await clientApi(ctx.db, ctx.now, { ...asked, origin, address: from, body: stream })
  const json = reply.body === '' ? {} : (JSON.parse(reply.body) as { data?: { id: string }; code?: string; detail?: string; errors?: { pointer: string; code: string }[] })
  return { status: reply.status, headers: reply.headers, json }
}

export const post = (ctx: Context, body: unknown, sender?: Sender) => send(ctx, 'POST', 'responses', body, sender)

export const submission = (surveyId: string, more: Record<string, unknown> = {}) => ({
  submissionId: v4(),
  surveyId,
  data: { recommend: 9 },
  finished: true,
  ...more,
})
