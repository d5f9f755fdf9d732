import { z } from 'zod'
import { rows } from '#db/rows'
import { sql } from 'drizzle-orm'
import type { Db } from '#db/open'
import { type Context, inWorkspace } from '#lib/context'
import { notFound, Problem } from '#lib/errors'
import { parseJson, readCapped } from '#lib/http/body'
import { newRequestId, problemBody, problemHeaders, toProblem } from '#lib/http/problem'
import { isId } from '#lib/ids'
import { collector } from './collector'
import { ClientEvent, recordEvent } from './events'
import { Submission } from './input'
import { lookUp } from './lookup'

/** A request as the node server and a route handler both can give it: path behind `/api/v1/client/`, split. */
export type Call = { method: string; path: readonly string[]; body: () => AsyncIterable<Uint8Array> }
export type Reply = { status: number; headers: Record<string, string>; body: string }

const MOST_BYTES = 16 * 1024

const OPEN = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' }
const EXPOSED = { 'access-control-expose-headers': 'Idempotent-Replayed, Retry-After, X-Request-Id' }
const ANSWERED = { ...OPEN, ...EXPOSED, 'content-type': 'application/json; charset=utf-8' }

const readBody = async (call: Call): Promise<unknown> => parseJson(await readCapped(call.body(), MOST_BYTES))

type Answered = { status: number; data: unknown; replayed?: boolean; cache?: string }

async function postResponse(ctx: Context, call: Call): Promise<Answered> {
  const receipt = await collector(ctx.db).submit(ctx, Submission.parse(await readBody(call)))
  return { status: receipt.created ? 201 : 200, data: { id: receipt.id }, replayed: receipt.replayed }
}

/** The same verb under the response's own address: submissionId and surveyId may be left out, the id names both. */
async function putResponse(ctx: Context, call: Call, id: string): Promise<Answered> {
  const body = z.looseObject({}).parse(await readBody(call))
  const [known] = await inWorkspace(ctx, (tx) =>
    rows<{ submissionId: string; surveyId: string }>(tx, sql`
      select submission_id as "submissionId", survey_id as "surveyId"
      from responses
      where workspace_id = ${ctx.workspaceId} and id = ${id}`),
  )
  if (!known) throw notFound('response')
  const submission = Submission.parse({ ...known, ...body })
  if (submission.submissionId !== known.submissionId || submission.surveyId !== known.surveyId) throw notFound('response')
  const receipt = await collector(ctx.db).submit(ctx, submission)
  return { status: 200, data: { id: receipt.id }, replayed: receipt.replayed }
}

async function getSurvey(ctx: Context, id: string): Promise<Answered> {
  const known = await lookUp(ctx, id)
  if (!known || known.survey.kind === 'import') throw notFound('survey')
  const { survey, structure } = known
  const { version, state, touchpoint, definition } = survey
  return {
    status: 200,
    data: { id: survey.id, version, state, journey: structure.key, touchpoint, ...definition },
    cache: 'public, max-age=5',
  }
}

async function postEvent(ctx: Context, call: Call): Promise<Answered> {
  const event = await recordEvent(ctx, ClientEvent.parse(await readBody(call)))
  return { status: event.created ? 201 : 200, data: { id: event.id }, replayed: !event.created }
}

type Route = { methods: Record<string, (ctx: Context, call: Call, id: string) => Promise<Answered>> }

function routeOf([, noun, id, ...rest]: readonly string[]): Route | null {
  if (rest.length > 0) return null
  if (noun === 'responses' && id === undefined) return { methods: { POST: postResponse } }
  if (noun === 'responses' && isId(id)) return { methods: { PUT: putResponse } }
  if (noun === 'surveys' && isId(id)) return { methods: { GET: (ctx, _, survey) => getSurvey(ctx, survey) } }
  if (noun === 'events' && id === undefined) return { methods: { POST: postEvent } }
  return null
}

async function answer(db: Db, now: () => Date, call: Call): Promise<Reply> {
  const workspaceId = call.path[0]?.toLowerCase()
  const route = routeOf(call.path)
  if (!isId(workspaceId) || !route) throw notFound('address')
  const allowed = [...Object.keys(route.methods), 'OPTIONS'].join(', ')
  if (call.method === 'OPTIONS') {
    const cors = { 'access-control-allow-methods': allowed, 'access-control-allow-headers': 'content-type', 'access-control-max-age': '86400' }
    return { status: 204, headers: { ...OPEN, ...cors }, body: '' }
  }
  const run = route.methods[call.method]
  if (!run) throw new Problem('method_not_allowed', `Use ${allowed}.`, { headers: { allow: allowed } })
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
