import type { Context } from '#lib/context'
import { notFound, Problem } from '#lib/errors'
import { newRequestId, problemResponse } from '#lib/http/problem'
import { queryOf } from '#lib/http/request'
import { isId } from '#lib/ids'
import { runtime } from '#lib/runtime'
import { sentence } from '#lib/sentence'
import { keyContext } from './keys'

export type Call = { ctx: Context; request: Request; params: Record<string, string>; query: Record<string, string> }

export type Answer = { data: unknown; nextCursor?: string | null; status?: number; headers?: Record<string, string> }

// Next gives no params to a route whose path names nothing.
type RouteContext = { params: Promise<Record<string, string> | undefined> }

/** A route of the management API: identifies by key, calls, answers in the envelope, and turns refusals into problem details. */
export const api =
  (run: (call: Call) => Promise<Answer>) =>
  async (request: Request, { params }: RouteContext): Promise<Response> => {
    const requestId = newRequestId()
    try {
      const { database } = await runtime()
      const ctx = await keyContext(database.db, keyOf(request.headers))
      const path = named((await params) ?? {})
      // Read where it is asked for: an import has flags that may stand several times, and reads them itself.
      const call = { ctx, request, params: path, get query() { return queryOf(request, path) } }
      const { data, nextCursor, status = 200, headers } = await run(call)
      return Response.json(nextCursor === undefined ? { data } : { data, nextCursor }, {
        status,
        headers: { 'x-request-id': requestId, 'cache-control': 'no-store', ...headers },
      })
    } catch (error) {
      return problemResponse(error, requestId)
    }
  }

/** For the verbs that a route does not have: `export const PUT = methodNotAllowed('GET, POST')`. */
export const methodNotAllowed = (allowed: string) => async (): Promise<Response> =>
  problemResponse(new Problem('method_not_allowed', sentence('This address answers {allowed}.', { allowed }), { headers: { allow: allowed } }))

function keyOf(headers: Headers): string | null {
  const bearer = /^bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '')?.[1]
  return headers.get('x-api-key')?.trim() || bearer || null
}

/**
 * What a path can name: ids are UUIDs, keys small letters, digits, - and a dot, and only names that people gave may hold more.
 * Anything else is nowhere, and asks no database.
 */
function named(params: Record<string, string>): Record<string, string> {
  const isName = ([name, value]: [string, string]) =>
    name === 'id' ? isId(value) : (name === 'name' ? /^[^\p{Cc}\p{Cs}]{1,60}$/u : /^[a-z0-9.-]{1,80}$/).test(value)
  if (!Object.entries(params).every(isName)) throw notFound('address')
  return params
}
