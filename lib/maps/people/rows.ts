import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { AskedInstrument } from '#lib/stats/instruments'
import { type CommentQuery, isOf } from '../comments/page'

export type PersonRow = {
  response: string
  person: string
  touchpoint: string
  channel: string | null
  occurredAt: Date
  instrument: AskedInstrument
  score: number
  reversed: boolean
}

type PeopleQuery = Omit<CommentQuery, 'said' | 'search' | 'after'> & { after: string | null }

/** So many of the newest responses of each survey are looked at, and where these hold no page, so many more. */
const SCANNED = [400, 4_000] as const

type Found = { horizon: string | null; found: PersonRow[] }

/**
 * The newest responses of each of the journey's surveys, and of those who named themselves and gave a score here. Filtered after
 * the limit, so that a survey which asks anonymously costs no more than another; where a survey has more, the list is complete
 * only down to its last one, as with comments.
 */
async function scan(tx: Tx, query: PeopleQuery, each: number): Promise<Found> {
  const { workspaceId, journeyId, touchpoints, from, to, source, filter, after, limit } = query
  const found = await rows<PersonRow & { horizon: string | null }>(tx, sql`
    with newest as materialized (
      select r.*
      from surveys v
      cross join lateral (
        select workspace_id, id, journey_id, structure, survey_id, person, day, held, source, channel, variant, language, attributes, occurred_at
        from responses
        where workspace_id = ${workspaceId} and survey_id = v.id ${after === null ? sql`` : sql`and id < ${after}`}
        order by id desc
        limit ${each}) as r
      where v.workspace_id = ${workspaceId} and v.journey_id = ${journeyId}
    ),
    horizon as (
      select id
      from (select id, row_number() over (partition by survey_id order by id desc) as nth from newest) as n
      where nth = ${each}
      order by id desc
      limit 1
    )
    select (select id from horizon) as horizon, page.*
    from (select 1) as once
    left join lateral (
      select r.id as response, r.person, r.channel, r.occurred_at as "occurredAt", s.touchpoint_key as touchpoint, s.instrument, s.score, s.reversed
      from newest as r
      cross join lateral (
        select touchpoint_key, instrument, score, reversed
        from answers
        where workspace_id = ${workspaceId} and response_id = r.id and touchpoint_key in ${[...touchpoints]}
          and instrument in ('nps', 'csat', 'ces', 'sentiment') and score is not null
        order by array_position(array['nps', 'csat', 'ces', 'sentiment'], instrument)
        limit 1) as s
      where r.person is not null and not r.held and r.day between ${from} and ${to} and r.source in ${[...source]}
        ${filter === null ? sql`` : isOf(filter)} and (not exists (select 1 from horizon) or r.id >= (select id from horizon))
      order by r.id desc
      limit ${limit + 1}) as page on true`)
  return { horizon: found[0]?.horizon ?? null, found: found.filter((row) => row.response !== null) }
}

/** One page, the newest first, and after which response the next one begins. */
export async function readPeople(tx: Tx, query: PeopleQuery): Promise<{ page: PersonRow[]; next: string | null }> {
  const [few, most] = SCANNED
  let { horizon, found } = await scan(tx, query, few)
  if (found.length <= query.limit && horizon !== null) ({ horizon, found } = await scan(tx, query, most))
  const page = found.slice(0, query.limit)
  return { page, next: found.length > query.limit ? (page.at(-1)?.response ?? null) : horizon }
}

/** Does any survey that was ever published for this journey keep who answers? */
export async function namesPeople(tx: Tx, workspaceId: string, journeyId: string): Promise<boolean> {
  const found = await rows(tx, sql`
    select 1
    from surveys s
    join survey_versions v on v.workspace_id = s.workspace_id and v.survey_id = s.id
    where s.workspace_id = ${workspaceId} and v.workspace_id = ${workspaceId} and s.journey_id = ${journeyId}
      and (s.kind = 'import' or v.definition -> 'privacy' ->> 'mode' = 'identified')
    limit 1`)
  return found.length > 0
}
