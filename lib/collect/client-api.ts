import type { Db } from '#db/open'
import type { Context } from '#lib/context'
import { notFound, Problem } from '#lib/errors'
import { newRequestId, problemBody, problemHeaders, toProblem } from '#lib/http/problem'
import { isId } from '#lib/ids'
import { sentence } from '#lib/sentence'
import type { Call, Verb } from './client/call'
import { postDisplay } from './client/displays'
import { postEvent } from './client/events'
import { postResponse, putResponse } from './client/responses'
import { getState } from './client/state'
import { getSurvey } from './client/surveys'

export type Reply = { status: number; headers: Record<string, string>; body: string }

const OPEN = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' }
const EXPOSED = { 'access-control-expose-headers': 'Date, Idempotent-Replayed, Retry-After, X-Request-Id' }
const ANSWERED = { ...OPEN, ...EXPOSED, 'content-type': 'application/json; charset=utf-8' }

function routeOf([, noun, id, ...rest]: readonly string[]): Readonly<Record<string, Verb>> | null {
  if (rest.length > 0) return null
  if (noun === 'responses' && id === undefined) return { POST: postResponse }
  if (noun === 'responses' && isId(id)) return { PUT: putResponse }
  if (noun === 'surveys' && isId(id)) return { GET: getSurvey }
  if (noun === 'state' && id === undefined) return { GET: getState }
  if (noun === 'displays' && id === undefined) return { POST: postDisplay }
  if (noun === 'events' && id === undefined) return { POST: postEvent }
  return null
}

async function answer(db: Db, now: () => Date, call: Call): Promise<Reply> {
  const workspaceId = call.path[0]?.toLowerCase()
  const route = routeOf(call.path)
  if (!isId(workspaceId) || !route) throw notFound('address')
  const allowed = [...Object.keys(route), 'OPTIONS'].join(', ')
  if (call.method === 'OPTIONS') {
    const cors = { 'access-control-allow-methods': allowed, 'access-control-allow-headers': 'content-type', 'access-control-max-age': '86400' }
    return { status: 204, headers: { ...OPEN, ...cors }, body: '' }
  }
  const run = route[call.method]
  if (!run) throw new Problem('method_not_allowed', sentence('Use {allowed}.', { allowed }), { headers: { allow: allowed } })
  const ctx: Context = { db, workspaceId, actor: { kind: 'public' }, now }
  const { status, data, replayed, cache } = await run(ctx, call, (call.path[2] ?? '').toLowerCase())
  const headers: Record<string, string> = { ...ANSWERED }
  if (cache) headers['cache-control'] = cache
  if (replayed) headers['idempotent-replayed'] = 'true'
  return { status, headers, body: JSON.stringify({ data }) }
}

/** The client API: open to every origin, without cookies. server.ts and the route handler are thin around this. */
export async function clientApi(db: Db, now: () => Date, call: Call): Promise<Reply> {
  const requestId = newRequestId()
  try {
    const reply = await answer(db, now, call)
    reply.headers['x-request-id'] = requestId
    return reply
  } catch (error) {
    const problem = toProblem(error, requestId)
    const headers = { ...OPEN, ...EXPOSED, ...problemHeaders(problem, requestId) }
    return { status: problem.status, headers, body: JSON.stringify(problemBody(problem, requestId)) }
  }
}
