import type { Context } from '#lib/context'
import { parseJson, readCapped } from '#lib/http/body'

/**
 * A request as the node server and a route handler both can give it: path behind `/api/v1/client/`, split; `origin` is the page
 * that asks (null where none says so), `address` the believed client address.
 */
export type Call = {
  method: string
  path: readonly string[]
  search: URLSearchParams
  origin: string | null
  address: string
  body: () => AsyncIterable<Uint8Array>
}

export type Answered = { status: number; data: unknown; replayed?: boolean; cache?: string }

/** One verb of the client API; `id` is the one in the path, '' where there is none. */
export type Verb = (ctx: Context, call: Call, id: string) => Promise<Answered>

const MOST_BYTES = 16 * 1024

export const readBody = async (call: Call): Promise<unknown> => parseJson(await readCapped(call.body(), MOST_BYTES))
