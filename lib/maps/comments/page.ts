import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { segmentValue } from '#lib/rollups/recount'
import type { AskedInstrument } from '#lib/stats/instruments'
import type { Filter } from '../types'
import { isMood, type Mood } from './moods'

/** A page looks at so many of the newest comments at most; where it ends, the next one goes on. */
const MOST_SCANNED = 10_000
/** More than one response can have at one touchpoint, so that a scan always gets past a response. */
const LEAST_SCANNED = 50

/** Where a page begins: after a comment, or (without a question) with the comments of a response. */
export type Place = { responseId: string; questionId: string }

export type CommentQuery = {
  workspaceId: string
  journeyId: string
  touchpoints: readonly string[]
  from: string
  to: string
  filter: Filter | null
  source: readonly string[]
  /** What is looked for among the comments, beside the group that was asked for. */
  said: { mood?: Mood | null; via?: string | null }
  search: string | null
  after: Place | null
  limit: number
}

export type CommentRow = {
  responseId: string
  questionId: string
  touchpoint: string
  body: string
  channel: string | null
  occurredAt: Date
  instrument: AskedInstrument | null
  score: number | null
  reversed: boolean | null
  /** To the map. */
  pinned: boolean
}

/**
 * The newest comments of each touchpoint, read along the index of comments. The limit stands inside: across touchpoints the
 * planner of Postgres 15 would read and sort them all.
 */
export function newest({ workspaceId, journeyId, touchpoints, after }: Pick<CommentQuery, 'workspaceId' | 'journeyId' | 'touchpoints' | 'after'>, each: number): SQL {
  const older = !after
    ? sql``
    : after.questionId === ''
      ? sql`and response_id <= ${after.responseId}`
      : sql`and response_id <= ${after.responseId} and (response_id, question_id) < (${after.responseId}, ${after.questionId})`
  const keys = sql.join(touchpoints.map((key) => sql`(${key})`), sql`, `)
  return sql`
    select c.response_id, c.question_id, c.touchpoint_key, c.body
    from (values ${keys}) as place(key)
    cross join lateral (
      select response_id, question_id, touchpoint_key, body
      from answers
      where workspace_id = ${workspaceId} and journey_id = ${journeyId} and touchpoint_key = place.key and body is not null
        and instrument = 'comment' ${older}
      order by response_id desc
      limit ${each}) as c`
}

/** A text as it stands, for LIKE. */
const literally = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** The score that was given together with a comment: what says most, where several were asked for. */
export const scoreOf = (workspaceId: string): SQL => sql`
  select instrument, score, reversed
  from answers
  where workspace_id = ${workspaceId} and response_id = c.response_id and touchpoint_key = c.touchpoint_key
    and instrument in ('nps', 'csat', 'ces', 'sentiment') and score is not null
  order by array_position(array['nps', 'csat', 'ces', 'sentiment'], instrument)
  limit 1`

/** One look-up by key for each comment: the limit keeps a planner without statistics from walking all responses instead. */
export const responseOf = (workspaceId: string): SQL => sql`
  select workspace_id, journey_id, structure, day, held, source, channel, variant, language, attributes, occurred_at
  from responses
  where workspace_id = ${workspaceId} and id = c.response_id
  limit 1`

/** By which rules the personas were told apart when the response was counted. */
const rules = sql`(
  select t.personas
  from structures t
  where t.workspace_id = r.workspace_id and t.journey_id = r.journey_id and t.structure = r.structure)`

/** The same words by which collect counts a response. */
export function isOf({ dimension, value }: Filter): SQL {
  if (dimension === 'channel') return sql`and r.channel = ${value}`
  if (dimension === 'variant') return sql`and r.variant = ${value}`
  return sql`and ${segmentValue(sql`r`, sql`${dimension}::text`, rules)} = ${value}`
}

const isMeant = ({ from, to, filter, source, said, search }: CommentQuery): SQL => sql`
  not r.held and r.day between ${from} and ${to} and r.source in ${[...source]}
    ${filter === null ? sql`` : isOf(filter)}
    ${said.via ? sql`and r.channel = ${said.via}` : sql``}
    ${search === null ? sql`` : sql`and c.body ilike ${literally(search)}`}`

type Found = { horizon: string | null; found: CommentRow[] }

/**
 * Comments that are meant, among the newest `each` of every touchpoint. Where a touchpoint has more, they are complete only down
 * to its last one: the newest of these ends is the horizon, and what lies behind it is left to the next page.
 */
async function scan(tx: Tx, query: CommentQuery, each: number): Promise<Found> {
  const { workspaceId, limit } = query
  const found = await rows<CommentRow & { horizon: string | null }>(tx, sql`
    with newest as materialized (${newest(query, each)}),
    horizon as (
      select response_id
      from (select response_id, row_number() over (partition by touchpoint_key order by response_id desc) as nth from newest) as n
      where nth = ${each}
      order by response_id desc
      limit 1
    )
    select (select response_id from horizon) as horizon, page.*
    from (select 1) as once
    left join lateral (
      select c.response_id as "responseId", c.question_id as "questionId", c.touchpoint_key as touchpoint, c.body,
        r.channel, r.occurred_at as "occurredAt", s.instrument, s.score, s.reversed, exists (
          select 1
          from pinned_quotes p
          where p.workspace_id = ${workspaceId} and p.journey_id = ${query.journeyId} and p.response_id = c.response_id and p.question_id = c.question_id
        ) as pinned
      from newest as c
      cross join lateral (${responseOf(workspaceId)}) as r
      left join lateral (${scoreOf(workspaceId)}) as s on true
      where ${isMeant(query)} ${query.said.mood ? sql`and ${isMood(query.said.mood)}` : sql``} and (not exists (select 1 from horizon) or c.response_id > (select response_id from horizon))
      order by c.response_id desc, c.question_id desc
      limit ${limit + 1}) as page on true`)
  return { horizon: found[0]?.horizon ?? null, found: found.filter((row) => row.responseId !== null) }
}

const mostEach = (touchpoints: readonly string[]) => Math.max(LEAST_SCANNED, Math.floor(MOST_SCANNED / touchpoints.length))

/** One page, newest first. A narrow filter or search is looked for further back, up to the most that is scanned. */
export async function readComments(tx: Tx, query: CommentQuery): Promise<{ page: CommentRow[]; next: Place | null }> {
  const { limit, touchpoints } = query
  const most = mostEach(touchpoints)
  const first = Math.min(most, Math.max(LEAST_SCANNED, 2 * limit))
  let { horizon, found } = await scan(tx, query, first)
  if (found.length <= limit && horizon !== null && first < most) ({ horizon, found } = await scan(tx, query, most))
  const page = found.slice(0, limit)
  const last = page.at(-1)
  if (found.length > limit && last) return { page, next: { responseId: last.responseId, questionId: last.questionId } }
  return { page, next: horizon === null ? null : { responseId: horizon, questionId: '' } }
}

/** How many comments each touchpoint has, as far as a page would look. */
export async function countComments(tx: Tx, query: CommentQuery): Promise<Map<string, number>> {
  if (query.touchpoints.length === 0) return new Map()
  const found = await rows<{ touchpoint: string; n: number }>(tx, sql`
    with newest as materialized (${newest(query, mostEach(query.touchpoints))})
    select c.touchpoint_key as touchpoint, count(*)::int as n
    from newest as c
    cross join lateral (${responseOf(query.workspaceId)}) as r
    where ${isMeant(query)}
    group by c.touchpoint_key`)
  return new Map(found.map(({ touchpoint, n }) => [touchpoint, n]))
}
