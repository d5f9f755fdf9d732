import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { AskedInstrument } from '#lib/stats/instruments'
import { type CommentQuery, isOf } from '../comments/page'
import { fromMark, type Mark, NEWEST_FIRST, readPage } from '../comments/walk'

export type PersonRow = Mark & {
  person: string
  touchpoint: string
  channel: string | null
  occurredAt: Date
  instrument: AskedInstrument
  score: number
  reversed: boolean
}

type PeopleQuery = Omit<CommentQuery, 'said' | 'search' | 'lastId'>

/** So many of the newest responses of each survey are looked at, and where these hold no page, so many more. */
const SCANNED = [400, 4_000] as const

/** The newest responses of the period of each of the journey's surveys, of those who named themselves, read along their index. */
const newest = ({ workspaceId, journeyId, from, to, after }: PeopleQuery, each: number): SQL => sql`
  select r.*
  from surveys v
  cross join lateral (
    select survey_id as place, workspace_id, id, journey_id, structure, person, day, held, source, channel, variant, language, attributes, occurred_at
    from responses
    where workspace_id = ${workspaceId} and survey_id = v.id and person is not null and day between ${from} and ${to} ${fromMark(after, sql`id`)}
    order by ${NEWEST_FIRST}
    limit ${each}) as r
  where v.workspace_id = ${workspaceId} and v.journey_id = ${journeyId}`

/** One page of who gave a score here, the newest first, and where the next one begins. */
export function readPeople(tx: Tx, query: PeopleQuery): Promise<{ page: PersonRow[]; next: Mark | null }> {
  const { workspaceId, touchpoints, source, filter, after, limit } = query
  const columns = sql`n.person, n.channel, n.occurred_at as "occurredAt", s.touchpoint_key as touchpoint, s.instrument, s.score, s.reversed`
  const from = sql`
    cross join lateral (
      select question_id, touchpoint_key, instrument, score, reversed
      from answers
      where workspace_id = ${workspaceId} and response_id = n.id and touchpoint_key in ${[...touchpoints]}
        and instrument in ('nps', 'csat', 'ces', 'sentiment') and score is not null
      order by array_position(array['nps', 'csat', 'ces', 'sentiment'], instrument)
      limit 1) as s
    cross join lateral (select n.*) as r
    where not r.held and r.source in ${[...source]} ${filter === null ? sql`` : isOf(filter)}`
  const walk = { newest: (each: number) => newest(query, each), shown: { columns, from }, question: sql`s.question_id`, after, limit }
  return readPage<PersonRow>(tx, walk, ...SCANNED)
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
