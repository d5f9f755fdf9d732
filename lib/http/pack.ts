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
