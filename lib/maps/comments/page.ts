import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { segmentValue } from '#lib/rollups/recount'
import type { AskedInstrument } from '#lib/stats/instruments'
import type { Filter } from '../types'
import { isMood, type Mood } from './moods'
import { fromMark, type Mark, NEWEST_FIRST, readPage } from './walk'

/** A page looks at so many of the newest comments at most; where it ends, the next one goes on. */
const MOST_SCANNED = 10_000
/** More than one response can have at one touchpoint, so that a scan always gets past a response. */
const LEAST_SCANNED = 50

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
  after: Mark | null
  /** None that came later. */
  lastId?: string | null
  limit: number
}

export type CommentRow = Mark & {
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

type Sought = Pick<CommentQuery, 'workspaceId' | 'journeyId' | 'touchpoints' | 'from' | 'to' | 'after' | 'lastId'>

/**
 * The newest comments of the period at each touchpoint, read along the index of comments. The limit stands inside: across
 * touchpoints the planner of Postgres 15 would read and sort them all.
 */
export function newest({ workspaceId, journeyId, touchpoints, from, to, after, lastId = null }: Sought, each: number): SQL {
  const keys = sql.join(touchpoints.map((key) => sql`(${key})`), sql`, `)
  return sql`
    select c.place, c.day, c.id, c.question_id, c.body
    from (values ${keys}) as at(key)
    cross join lateral (
      select touchpoint_key as place, day, response_id as id, question_id, body
      from answers
      where workspace_id = ${workspaceId} and journey_id = ${journeyId} and touchpoint_key = at.key and body is not null
        and instrument = 'comment' and day between ${from} and ${to} ${fromMark(after, sql`response_id`)}
        ${lastId === null ? sql`` : sql`and response_id <= ${lastId}`}
      order by ${NEWEST_FIRST}
      limit ${each}) as c`
}

/** A text as it stands, for LIKE. */
const literally = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** The score that was given together with a comment: what says most, where several were asked for. */
export const scoreOf = (workspaceId: string): SQL => sql`
  select instrument, score, reversed
  from answers
  where workspace_id = ${workspaceId} and response_id = n.id and touchpoint_key = n.place
    and instrument in ('nps', 'csat', 'ces', 'sentiment') and score is not null
  order by array_position(array['nps', 'csat', 'ces', 'sentiment'], instrument)
  limit 1`

/** One look-up by key for each comment: the limit keeps a planner without statistics from walking all responses instead. */
export const responseOf = (workspaceId: string): SQL => sql`
  select workspace_id, journey_id, structure, day, held, source, channel, variant, language, attributes, occurred_at
  from responses
  where workspace_id = ${workspaceId} and id = n.id
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

const isMeant = ({ filter, source, said, search }: CommentQuery): SQL => sql`
  not r.held and r.source in ${[...source]}
    ${filter === null ? sql`` : isOf(filter)}
    ${said.via ? sql`and r.channel = ${said.via}` : sql``}
    ${search === null ? sql`` : sql`and n.body ilike ${literally(search)}`}`

const mostEach = (touchpoints: readonly string[]) => Math.max(LEAST_SCANNED, Math.floor(MOST_SCANNED / touchpoints.length))

const isPinned = ({ workspaceId, journeyId }: CommentQuery): SQL => sql`exists (
  select 1
  from pinned_quotes p
  where p.workspace_id = ${workspaceId} and p.journey_id = ${journeyId} and p.response_id = n.id and p.question_id = n.question_id)`

/** One page, newest first. A narrow filter or search is looked for further back, up to the most that is scanned. */
export function readComments(tx: Tx, query: CommentQuery): Promise<{ page: CommentRow[]; next: Mark | null }> {
  const { workspaceId, said, after, limit } = query
  const most = mostEach(query.touchpoints)
  const columns = sql`n.place as touchpoint, n.body, r.channel, r.occurred_at as "occurredAt", s.instrument, s.score, s.reversed, ${isPinned(query)} as pinned`
  const from = sql`
    cross join lateral (${responseOf(workspaceId)}) as r
    left join lateral (${scoreOf(workspaceId)}) as s on true
    where ${isMeant(query)} ${said.mood ? sql`and ${isMood(said.mood)}` : sql``}`
  const walk = { newest: (each: number) => newest(query, each), shown: { columns, from }, question: sql`n.question_id`, after, limit }
  return readPage<CommentRow>(tx, walk, Math.min(most, Math.max(LEAST_SCANNED, 2 * limit)), most)
}

/** How many comments each touchpoint has, as far as a page would look. */
export async function countComments(tx: Tx, query: CommentQuery): Promise<Map<string, number>> {
  if (query.touchpoints.length === 0) return new Map()
  const found = await rows<{ touchpoint: string; n: number }>(tx, sql`
    with newest as materialized (${newest(query, mostEach(query.touchpoints))})
    select n.place as touchpoint, count(*)::int as n
    from newest as n
    cross join lateral (${responseOf(query.workspaceId)}) as r
    where ${isMeant(query)}
    group by n.place`)
  return new Map(found.map(({ touchpoint, n }) => [touchpoint, n]))
}
