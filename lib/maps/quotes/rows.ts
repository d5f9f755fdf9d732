import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type CommentQuery, isOf, newest, responseOf, scoreOf } from '../comments/page'
import type { Candidate } from './typical'

type Query = Pick<CommentQuery, 'workspaceId' | 'journeyId' | 'touchpoints' | 'from' | 'to' | 'filter' | 'source'>

/** So many of the newest comments are looked at, of all touchpoints together: enough to know what is typical, and few however many there are. */
const LOOKED_AT = 800
const EACH = { least: 20, most: 100 }

const lookedAt = (touchpoints: readonly string[]) => Math.min(EACH.most, Math.max(EACH.least, Math.floor(LOOKED_AT / touchpoints.length)))

/** Two lines of the lane; shorter than the least nobody learns from. */
const FITS = { least: 12, most: 120 }

const shown = (pinned: SQL) => sql`
  n.day::text as day, n.id as "responseId", n.question_id as "questionId", n.place as touchpoint, n.body,
  r.channel, r.occurred_at as "occurredAt", s.instrument, s.score, s.reversed, ${pinned} as pinned`

const inGroup = ({ filter, source }: Query): SQL => sql`not r.held and r.source in ${[...source]} ${filter === null ? sql`` : isOf(filter)}`

/**
 * What may stand on the map, for all stages in one statement: what was pinned, of any day, and of the newest comments of the
 * period the last one of each place and score. The stages are chosen for in TypeScript, with the formulas of the scores.
 */
export const quoteRows = (tx: Tx, query: Query): Promise<Candidate[]> => {
  const { workspaceId, journeyId, touchpoints } = query
  const fits = sql`(length(n.body) between ${FITS.least} and ${FITS.most})`
  return rows<Candidate>(tx, sql`
    with pinned as materialized (
      select ${shown(sql`true`)}, true as fits, 1 as n, p.pinned_at as at
      from pinned_quotes p
      cross join lateral (
        select touchpoint_key as place, day, response_id as id, question_id, body
        from answers
        where workspace_id = ${workspaceId} and response_id = p.response_id and question_id = p.question_id and body is not null
        limit 1) as n
      cross join lateral (${responseOf(workspaceId)}) as r
      left join lateral (${scoreOf(workspaceId)}) as s on true
      where p.workspace_id = ${workspaceId} and p.journey_id = ${journeyId}
        and n.place in ${[...touchpoints]} and ${inGroup(query)}
    ),
    newest as materialized (${newest({ ...query, after: null }, lookedAt(touchpoints))}),
    said as (
      select ${shown(sql`false`)}, ${fits} as fits,
        count(*) over alike::int as n,
        row_number() over (alike order by ${fits} desc, n.day desc, n.id desc) as nth
      from newest as n
      cross join lateral (${responseOf(workspaceId)}) as r
      cross join lateral (${scoreOf(workspaceId)}) as s
      where ${inGroup(query)}
      window alike as (partition by n.place, s.instrument, s.score, s.reversed)
    ),
    shown as (
      select day, "responseId", "questionId", touchpoint, body, channel, "occurredAt", instrument, score, reversed, pinned, fits, n, at
      from pinned
      union all
      select day, "responseId", "questionId", touchpoint, body, channel, "occurredAt", instrument, score, reversed, pinned, fits, n, null
      from said
      where nth = 1
    )
    select day, "responseId", "questionId", touchpoint, body, channel, "occurredAt", instrument, score, reversed, pinned, fits, n
    from shown
    order by pinned desc, at, day desc, "responseId" desc`)
}
