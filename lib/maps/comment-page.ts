import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { AskedInstrument } from '#lib/stats/instruments'

/** A page looks at so many of the newest comments at most; where it ends, the next one goes on. */
const SCANNED = 10_000

/** After which comment a page begins: `response id.question id`. */
export type Place = { responseId: string; questionId: string }

export type CommentQuery = {
  workspaceId: string
  journeyId: string
  touchpoints: readonly string[]
  from: string
  to: string
  channel: string | null
  source: readonly string[]
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
}

/** The newest comments of all touchpoints: each is read along the index of comments and merged, no further than is needed. */
function newest({ workspaceId, journeyId, touchpoints, after }: CommentQuery): SQL {
  const older = after
    ? sql`and response_id <= ${after.responseId} and (response_id, question_id) < (${after.responseId}, ${after.questionId})`
    : sql``
  const each = touchpoints.map((key) => sql`
    (select response_id, question_id, touchpoint_key, body
    from answers
    where workspace_id = ${workspaceId} and journey_id = ${journeyId} and touchpoint_key = ${key} and body is not null ${older}
    order by response_id desc)`)
  return sql`
    select response_id, question_id, touchpoint_key, body
    from (${sql.join(each, sql` union all `)}) as everywhere
    order by response_id desc, question_id desc
    limit ${SCANNED}`
}

/** A text as it stands, for LIKE. */
const literally = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

const isMeant = ({ from, to, channel, source, search }: CommentQuery): SQL => sql`
  r.day between ${from} and ${to} and r.source in ${[...source]}
    ${channel === null ? sql`` : sql`and r.channel = ${channel}`}
    ${search === null ? sql`` : sql`and c.body ilike ${literally(search)}`}`

export async function readComments(tx: Tx, query: CommentQuery): Promise<CommentRow[]> {
  const { workspaceId, limit } = query
  return rows<CommentRow>(tx, sql`
    select c.response_id as "responseId", c.question_id as "questionId", c.touchpoint_key as touchpoint, c.body,
      r.channel, r.occurred_at as "occurredAt", s.instrument, s.score, s.reversed
    from (${newest(query)}) as c
    join responses r on r.workspace_id = ${workspaceId} and r.id = c.response_id
    left join lateral (
      select instrument, score, reversed
      from answers
      where workspace_id = ${workspaceId} and response_id = c.response_id and touchpoint_key = c.touchpoint_key
        and instrument in ('nps', 'csat', 'ces', 'sentiment') and score is not null
      order by array_position(array['nps', 'csat', 'ces', 'sentiment'], instrument)
      limit 1) as s on true
    where ${isMeant(query)}
    order by c.response_id desc, c.question_id desc
    limit ${limit}`)
}

/** How many comments each touchpoint has, as far as a page would look. */
export async function countComments(tx: Tx, query: CommentQuery): Promise<Map<string, number>> {
  if (query.touchpoints.length === 0) return new Map()
  const found = await rows<{ touchpoint: string; n: number }>(tx, sql`
    select c.touchpoint_key as touchpoint, count(*)::int as n
    from (${newest(query)}) as c
    join responses r on r.workspace_id = ${query.workspaceId} and r.id = c.response_id
    where ${isMeant(query)}
    group by c.touchpoint_key`)
  return new Map(found.map(({ touchpoint, n }) => [touchpoint, n]))
}

/** Where the scan of a page ended, if there was more to scan. */
export async function scanEnd(tx: Tx, query: CommentQuery): Promise<Place | null> {
  const [end] = await rows<Place>(tx, sql`
    select response_id as "responseId", question_id as "questionId"
    from (${newest(query)}) as c
    order by response_id desc, question_id desc
    offset ${SCANNED - 1}`)
  return end ?? null
}
