import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { notFound } from '#lib/errors'
import { cursorOf, Page, readCursor } from '#lib/http/cursor'
import { Key } from '#lib/journeys/input'
import { allow, can } from '#lib/permission'
import { maskComment } from '#lib/text/mask'
import { INSTRUMENTS } from '#lib/widget/scale'
import { SOURCES } from '../input'
import { HELD_FOR } from '../types'

const Flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])

export const ListResponses = Page.extend({ journey: Key.optional(), survey: z.uuid().optional(), held: Flag.optional() })
export const ResponseOf = z.strictObject({ id: z.uuid() })

/** nps 0..10, csat 1..5, ces 1..7, sentiment -1..1; a text; the id of an option, a list of them or of words; yes or no of a consent. */
const Value = z.union([z.number(), z.string(), z.boolean(), z.array(z.string())])
type Value = z.infer<typeof Value>

const Bag = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

/** An answer as it was given, with where it counts. */
export const ResponseAnswer = z.object({
  question: z.string(),
  instrument: z.enum(INSTRUMENTS),
  stage: z.string(),
  touchpoint: z.string(),
  value: Value,
})

export const ResponseRow = z
  .object({
    id: z.uuid(),
    surveyId: z.uuid(),
    journey: z.string(),
    touchpoint: z.string(),
    source: z.enum(SOURCES),
    channel: z.string().nullable(),
    variant: z.string().nullable(),
    campaign: z.string().nullable(),
    language: z.string().nullable(),
    person: z.string().nullable(),
    attributes: Bag.nullable(),
    /** What was noted beside the answer; of a link, `source` says where it stood. */
    meta: Bag.nullable(),
    finished: z.boolean(),
    /** Of the survey: the wording that was seen. */
    version: z.int(),
    held: z.boolean(),
    /** Why it is held back, or was until somebody let it count; empty where it never was. */
    heldFor: z.array(z.enum(HELD_FOR)),
    reviewedAt: z.iso.datetime().nullable(),
    occurredAt: z.iso.datetime(),
    receivedAt: z.iso.datetime(),
    data: z.record(z.string(), Value),
    answers: z.array(ResponseAnswer),
  })
  .meta({ id: 'Response' })

export type ResponseRow = z.infer<typeof ResponseRow>

type Raw = { score: number | null; body: string | null; chosen: string[] | null }
type StoredAnswer = Omit<z.infer<typeof ResponseAnswer>, 'value'> & Raw
type Stored = Omit<ResponseRow, 'occurredAt' | 'receivedAt' | 'reviewedAt' | 'data' | 'answers'> & {
  occurredAt: Date
  receivedAt: Date
  reviewedAt: Date | null
  answers: StoredAnswer[]
}

/** The responses of one page with their answers. The page is cut first, so answers are read for what is shown and no more. */
const readStored = (page: SQL) => sql`
  select r.id, r.survey_id as "surveyId", j.key as journey, r.touchpoint_key as touchpoint, r.source, r.channel, r.variant, r.campaign,
    r.language, r.person, r.attributes, r.meta, r.finished, r.survey_version as version, r.held, coalesce(r.held_for, '{}') as "heldFor", r.reviewed_at as "reviewedAt", r.occurred_at as "occurredAt", r.received_at as "receivedAt",
    coalesce((
      select json_agg(json_build_object('question', a.question_id, 'instrument', a.instrument, 'stage', t.stage_key,
        'touchpoint', a.touchpoint_key, 'score', a.score, 'body', a.body, 'chosen', a.chosen) order by a.question_id)
      from answers a
      join touchpoints t on t.workspace_id = a.workspace_id and t.journey_id = a.journey_id and t.key = a.touchpoint_key
      where a.workspace_id = r.workspace_id and a.response_id = r.id), '[]') as answers
  from (${page}) as r
  join journeys j on j.workspace_id = r.workspace_id and j.id = r.journey_id
  order by r.id desc`

type Filter = { journey: string | null; survey: string | null; held: boolean | null; before: string; limit: number }

const FIRST = '00000000-0000-0000-0000-000000000000'
const BEYOND = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * The newest responses along an index, whatever is filtered: ids are made in the order in which responses are received. Of a
 * journey they are the newest of each of its surveys, merged. Rows are compared instead of `survey_id =`, because only the index
 * on surveys has that order: else a survey with few answers is looked for among all of the workspace.
 */
function newest({ workspaceId }: Context, { journey, survey, held, before, limit }: Filter): SQL {
  // Held ones are few, and have an index of their own: by survey, as all are found by journey.
  const isMeant = held === null ? sql`` : held ? sql`and held_for is not null and held` : sql`and not held`
  if (journey === null && survey === null && held !== true) {
    return sql`select * from responses where workspace_id = ${workspaceId} and id < ${before}::uuid ${isMeant} order by id desc limit ${limit}`
  }
  return sql`
    select own.*
    from surveys s
    cross join lateral (
      select *
      from responses
      where workspace_id = ${workspaceId} and (survey_id, id) >= (s.id, ${FIRST}::uuid) and (survey_id, id) < (s.id, ${before}::uuid) ${isMeant}
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
  const { limit, cursor, journey: key, survey = null, held = null } = ListResponses.parse(input)
  const before = cursor === undefined ? BEYOND : readCursor(cursor).id
  const found = await inWorkspace(ctx, async (tx) => {
    const [journey = null] = await rows<{ id: string }>(tx, sql`
      select id
      from journeys
      where workspace_id = ${ctx.workspaceId} and key = ${key ?? null}`)
    if (key !== undefined && journey === null) throw notFound('journey')
    return rows<Stored>(tx, readStored(newest(ctx, { journey: journey?.id ?? null, survey, held, before, limit: limit + 1 })))
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

/** Who may not change responses reads texts masked, here as everywhere. */
function shownTo(ctx: Context, { occurredAt, receivedAt, reviewedAt, answers, ...rest }: Stored): ResponseRow {
  const isMasked = !can(ctx.actor, 'response.write')
  const shown = answers.map(({ score, body, chosen, ...answer }) => ({
    ...answer,
    value: valueOf(answer.instrument, { score, body: isMasked && body !== null ? maskComment(body) : body, chosen }),
  }))
  return {
    ...rest,
    occurredAt: occurredAt.toISOString(),
    receivedAt: receivedAt.toISOString(),
    reviewedAt: reviewedAt?.toISOString() ?? null,
    data: Object.fromEntries(shown.map(({ question, value }) => [question, value])),
    answers: shown,
  }
}

function valueOf(instrument: StoredAnswer['instrument'], { score, body, chosen }: Raw): Value {
  if (score !== null) return instrument === 'sentiment' ? score / 100 : score
  if (chosen === null) return body ?? ''
  if (instrument === 'consent') return chosen[0] === 'yes'
  return instrument === 'choice' ? (chosen[0] ?? '') : chosen
}
