import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { notFound } from '#lib/errors'
import { cursorOf, Page, readCursor } from '#lib/http/cursor'
import { Key } from '#lib/journeys/input'
import { allow, can } from '#lib/permission'
import { maskComment } from '#lib/text/mask'
import { SOURCES } from './input'

export const ListResponses = Page.extend({ journey: Key.optional(), survey: z.uuid().optional() })
export const ResponseOf = z.strictObject({ id: z.uuid() })

/** An answer as it was given, with where it counts: nps 0..10, csat 1..5, ces 1..7, sentiment -1..1, or a text. */
export const ResponseAnswer = z.object({
  question: z.string(),
  instrument: z.enum(['nps', 'csat', 'ces', 'sentiment', 'comment']),
  stage: z.string(),
  touchpoint: z.string(),
  value: z.union([z.number(), z.string()]),
})

export const ResponseRow = z
  .object({
    id: z.uuid(),
    surveyId: z.uuid(),
    journey: z.string(),
    touchpoint: z.string(),
    source: z.enum(SOURCES),
    channel: z.string().nullable(),
    person: z.string().nullable(),
    attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullable(),
    finished: z.boolean(),
    occurredAt: z.iso.datetime(),
    receivedAt: z.iso.datetime(),
    data: z.record(z.string(), z.union([z.number(), z.string()])),
    answers: z.array(ResponseAnswer),
  })
  .meta({ id: 'Response' })

export type ResponseRow = z.infer<typeof ResponseRow>

type StoredAnswer = Omit<z.infer<typeof ResponseAnswer>, 'value'> & { score: number | null; body: string | null }
type Stored = Omit<ResponseRow, 'occurredAt' | 'receivedAt' | 'data' | 'answers'> & { occurredAt: Date; receivedAt: Date; answers: StoredAnswer[] }

/** The responses of one page with their answers. The page is cut first, so answers are read for what is shown and no more. */
const readStored = (page: SQL) => sql`
  select r.id, r.survey_id as "surveyId", j.key as journey, r.touchpoint_key as touchpoint, r.source, r.channel, r.person, r.attributes,
    r.finished, r.occurred_at as "occurredAt", r.received_at as "receivedAt",
    coalesce((
      select json_agg(json_build_object('question', a.question_id, 'instrument', a.instrument, 'stage', t.stage_key,
        'touchpoint', a.touchpoint_key, 'score', a.score, 'body', a.body) order by a.question_id)
      from answers a
      join touchpoints t on t.workspace_id = a.workspace_id and t.journey_id = a.journey_id and t.key = a.touchpoint_key
      where a.workspace_id = r.workspace_id and a.response_id = r.id), '[]') as answers
  from (${page}) as r
  join journeys j on j.workspace_id = r.workspace_id and j.id = r.journey_id
  order by r.id desc`

type Filter = { journey: string | null; survey: string | null; before: string; limit: number }

const FIRST = '00000000-0000-0000-0000-000000000000'
const BEYOND = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * The newest responses along an index, whatever is filtered: ids are made in the order in which responses are received. Of a
 * journey they are the newest of each of its surveys, merged. Rows are compared instead of `survey_id =`, because only the index
 * on surveys has that order: else a survey with few answers is looked for among all of the workspace.
 */
function newest({ workspaceId }: Context, { journey, survey, before, limit }: Filter): SQL {
  if (journey === null && survey === null) {
    return sql`select * from responses where workspace_id = ${workspaceId} and id < ${before}::uuid order by id desc limit ${limit}`
  }
  return sql`
    select own.*
    from surveys s
    cross join lateral (
      select *
      from responses
      where workspace_id = ${workspaceId} and (survey_id, id) >= (s.id, ${FIRST}::uuid) and (survey_id, id) < (s.id, ${before}::uuid)
      order by survey_id desc, id desc
      limit ${limit}) as own
    where s.workspace_id = ${workspaceId}
      ${journey === null ? sql`` : sql`and s.journey_id = ${journey}::uuid`}
      ${survey === null ? sql`` : sql`and s.id = ${survey}::uuid`}
    order by own.id desc
    limit ${limit}`
}

/** Responses with what was answered, the latest received first; of one journey, or of one survey. */
export async function listResponses(ctx: Context, input: unknown): Promise<{ data: ResponseRow[]; nextCursor: string | null }> {
  allow(ctx, 'response.read')
  const { limit, cursor, journey: key, survey = null } = ListResponses.parse(input)
  const before = cursor === undefined ? BEYOND : readCursor(cursor).id
  const found = await inWorkspace(ctx, async (tx) => {
    const [journey = null] = await rows<{ id: string }>(tx, sql`
      select id
      from journeys
      where workspace_id = ${ctx.workspaceId} and key = ${key ?? null}`)
    if (key !== undefined && journey === null) throw notFound('journey')
    return rows<Stored>(tx, readStored(newest(ctx, { journey: journey?.id ?? null, survey, before, limit: limit + 1 })))
  })
  const last = found.length > limit ? found[limit - 1] : undefined
  return {
    data: found.slice(0, limit).map((row) => shownTo(ctx, row)),
    nextCursor: last ? cursorOf({ createdAt: last.receivedAt, id: last.id }) : null,
  }
}

export async function readResponse(ctx: Context, input: unknown): Promise<ResponseRow> {
  allow(ctx, 'response.read')
  const { id } = ResponseOf.parse(input)
  const one = sql`select * from responses where workspace_id = ${ctx.workspaceId} and id = ${id}`
  const [found] = await inWorkspace(ctx, (tx) => rows<Stored>(tx, readStored(one)))
  if (!found) throw notFound('response')
  return shownTo(ctx, found)
}

/** Who may not change responses reads comments masked, here as everywhere. */
function shownTo(ctx: Context, { occurredAt, receivedAt, answers, ...rest }: Stored): ResponseRow {
  const isMasked = !can(ctx.actor, 'response.write')
  const shown = answers.map(({ score, body, ...answer }) => ({ ...answer, value: valueOf(answer.instrument, score, body, isMasked) }))
  return {
    ...rest,
    occurredAt: occurredAt.toISOString(),
    receivedAt: receivedAt.toISOString(),
    data: Object.fromEntries(shown.map(({ question, value }) => [question, value])),
    answers: shown,
  }
}

function valueOf(instrument: string, score: number | null, body: string | null, isMasked: boolean): number | string {
  if (score !== null) return instrument === 'sentiment' ? score / 100 : score
  return isMasked ? maskComment(body ?? '') : (body ?? '')
}
