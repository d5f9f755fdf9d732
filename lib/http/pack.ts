import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

type Reply = { status: number; headers: Record<string, string>; body: string | Uint8Array<ArrayBuffer> }

const pack = promisify(gzip)
const WORTHWHILE = 1_400

/** The same reply, smaller, for whoever can read that. */
export async function packed(reply: Reply, accepted: string | string[] | undefined): Promise<Reply> {
  if (reply.body.length < WORTHWHILE || !/\bgzip\b/.test(String(accepted))) return reply
  const headers = { ...reply.headers, 'content-encoding': 'gzip', vary: 'accept-encoding' }
  return { status: reply.status, headers, body: new Uint8Array(await pack(reply.body)) }
}

/** The same of a page that a route writes: what Next renders it packs, what a route says it does not. */
export async function packedPage(page: Response, accepted: string | null): Promise<Response> {
  const { status, headers, body } = await packed({ status: page.status, headers: Object.fromEntries(page.headers), body: await page.text() }, accepted ?? undefined)
  return new Response(body, { status, headers })
}
