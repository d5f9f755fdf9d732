import { type SQL, sql } from 'drizzle-orm'
import { EMOTION_UNIT } from '#lib/stats/instruments'

// Written apart from cells.ts and in another language on purpose: `wayfelt verify` is a second opinion, not an echo.

const unit = sql.raw(String(EMOTION_UNIT))

// Rounds half away from zero in whole numbers, so that no digit depends on how deep a division went.
const roundedQuotient = (over: SQL, under: SQL) => sql`(sign(${over}) * div(2 * abs(${over}) + ${under}, 2 * ${under}))::bigint`

// 1..30 divide it: a mean of up to thirty answers at a touchpoint stays a whole number on the way to its stage's mean.
const COMMON = sql.raw('2329089562800::numeric')

/**
 * Every cell of a journey counted again from its raw answers: rows of level, place, instrument, source, channel, day and the
 * counters. A response is placed by the structure under which it was counted, so this holds while a move is under way.
 */
export const recounted = (workspaceId: string, journeyId: string): SQL => sql`
  answer as (
    select r.id, r.source, r.channel, r.day, a.touchpoint_key as touchpoint, t.stage_of ->> a.touchpoint_key as stage, a.instrument,
      case when not a.reversed then a.score when a.instrument = 'nps' then 10 - a.score when a.instrument = 'csat' then 6 - a.score
        when a.instrument = 'ces' then 8 - a.score else -a.score end as score
    from responses r
    join answers a on a.workspace_id = r.workspace_id and a.response_id = r.id
    join structures t on t.workspace_id = r.workspace_id and t.journey_id = r.journey_id and t.structure = r.structure
    where r.workspace_id = ${workspaceId} and r.journey_id = ${journeyId} and a.score is not null
  ),
  felt as (
    select id, source, channel, day, touchpoint, stage, count(*)::numeric as k,
      sum(case instrument when 'nps' then (score - 5) * ${unit} / 5 when 'csat' then (score - 3) * ${unit} / 2
        when 'ces' then (score - 4) * ${unit} / 3 else score * ${unit} / 100 end)::numeric as e
    from answer
    group by id, source, channel, day, touchpoint, stage
  ),
  counted as (
    select 'touchpoint' as level, touchpoint as place, instrument, source, channel, day, score::bigint from answer
    union all
    select 'stage', stage, instrument, source, channel, day, score from answer
    union all
    select 'touchpoint', touchpoint, 'emotion', source, channel, day, ${roundedQuotient(sql`e`, sql`k`)} from felt
    union all
    select 'stage', stage, 'emotion', source, channel, day,
      ${roundedQuotient(sql`sum(e * ${COMMON} / k)`, sql`(${COMMON} * count(*))`)}
    from felt
    group by id, source, channel, day, stage
  ),
  stepped as (
    select *, case
      when instrument in ('nps', 'csat', 'ces') then score
      when instrument = 'emotion' and score = 0 then 5
      when instrument <> 'emotion' and abs(score) < 25 then 5
      when instrument = 'emotion' and score < 0 then least(4, (score + ${unit}) / (${unit} / 5))
      when instrument = 'emotion' then 10 - least(4, (${unit} - score) / (${unit} / 5))
      when score < 0 then least(4, (score + 100) / 15)
      else 10 - least(4, (100 - score) / 15) end as step
    from counted
  ),
  cell as (
    select level, place, instrument, source, channel, day, count(*) as n,
      ${sql.raw(Array.from({ length: 11 }, (_, i) => `count(*) filter (where step = ${i}) as c${i}`).join(', '))},
      sum(score) as s, sum(score * score) as q
    from stepped
    group by level, place, instrument, source, channel, day
  )`

const summed = sql.raw(['n', ...Array.from({ length: 11 }, (_, i) => `c${i}`), 's', 'q'].map((c) => `sum(${c})::bigint as ${c}`).join(', '))

/** The three tally tables as the recounted cells would fill them, by name. */
export const REBUILT: Readonly<Record<string, { keys: readonly string[]; from: SQL }>> = {
  tally_days: {
    keys: ['level', 'place', 'instrument', 'source', 'day'],
    from: sql`select level, place, instrument, source, day, ${summed} from cell group by 1, 2, 3, 4, 5`,
  },
  tally_months: {
    keys: ['level', 'place', 'instrument', 'source', 'month'],
    from: sql`
      select level, place, instrument, source, date_trunc('month', day)::date as month, ${summed}
      from cell group by 1, 2, 3, 4, 5`,
  },
  tally_segments: {
    keys: ['dimension', 'value', 'level', 'place', 'instrument', 'source', 'grain', 'period'],
    from: sql`
      select 'channel' as dimension, channel as value, level, place, instrument, source, 'day' as grain, day as period, ${summed}
      from cell where channel is not null group by 1, 2, 3, 4, 5, 6, 7, 8
      union all
      select 'channel', channel, level, place, instrument, source, 'month', date_trunc('month', day)::date, ${summed}
      from cell where channel is not null group by 1, 2, 3, 4, 5, 6, 7, 8`,
  },
}

