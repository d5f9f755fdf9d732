import { type SQL, sql } from 'drizzle-orm'
import { PERSONA, UNMATCHED } from '#lib/journeys/personas/definition'
import { EMOTION_UNIT } from '#lib/stats/instruments'
import { countedSourceOf } from './held'

// Written apart from cells.ts and in another language on purpose: `wayfelt verify` is a second opinion, not an echo.

const unit = sql.raw(String(EMOTION_UNIT))

// Rounds half away from zero in whole numbers, so that no digit depends on how deep a division went.
const roundedQuotient = (over: SQL, under: SQL) => sql`(sign(${over}) * div(2 * abs(${over}) + ${under}, 2 * ${under}))::bigint`

// 1..30 divide it: a mean of up to thirty answers at a touchpoint stays a whole number on the way to its stage's mean.
const COMMON = sql.raw('2329089562800::numeric')

// All that JavaScript trims; btrim without a list takes blanks only.
const SPACE = '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'

/** A text as a value to count by: without the space around it, and null where nothing is left or more than 100 characters. */
const asValue = (said: SQL) => sql`
  case when char_length(btrim(${said}, ${SPACE})) between 1 and 100 then btrim(${said}, ${SPACE}) end`

/** An attribute (jsonb) as a text; null for what nothing is counted by: a number that JavaScript writes with an exponent. */
const asSaid = (attribute: SQL) => sql`
  case jsonb_typeof(${attribute})
    when 'string' then ${attribute} #>> '{}'
    when 'boolean' then ${attribute} #>> '{}'
    when 'number' then
      case when (${attribute})::numeric = 0 or abs((${attribute})::numeric) between 0.000001 and 999999999999999999999
        then ${attribute} #>> '{}' end
  end`

/** The value by which a response counts for an attribute. */
export const attributeValue = (attributes: SQL, name: SQL): SQL => asValue(asSaid(sql`(${attributes} -> ${name})`))

/** Whether a value fits one condition (jsonb) of a persona's rules; never null. */
const fits = (condition: SQL, value: SQL) => {
  const number = sql`case when ${value} ~ '^[+-]?[0-9]+([.][0-9]+)?$' then ${value}::float8 end`
  const isListed = sql`coalesce(${condition} -> 'values' @> to_jsonb(${value}), false)`
  return sql`
    case ${condition} ->> 'test'
      when 'there' then ${value} is not null
      when 'missing' then ${value} is null
      when 'one_of' then ${isListed}
      when 'none_of' then not ${isListed}
      when 'at_least' then coalesce(${number} >= (${condition} ->> 'number')::float8, false)
      when 'at_most' then coalesce(${number} <= (${condition} ->> 'number')::float8, false)
      else false end`
}

/** What a condition asks about, of a row of `responses`. */
const asked = (condition: SQL, r: SQL) => sql`
  case ${condition} ->> 'field'
    when 'channel' then ${asValue(sql`${r}.channel`)}
    when 'variant' then ${asValue(sql`${r}.variant`)}
    when 'language' then ${asValue(sql`${r}.language`)}
    when 'source' then ${asValue(sql`${r}.source`)}
    else ${attributeValue(sql`${r}.attributes`, sql`(${condition} ->> 'name')`)} end`

/** The persona of a row of `responses` by the rules (jsonb) of the structure under which it was counted. */
export const personaValue = (r: SQL, personas: SQL): SQL => sql`
  coalesce((
    select p.persona ->> 'key'
    from jsonb_array_elements(${personas}) with ordinality as p (persona, place)
    where exists (
      select 1
      from jsonb_array_elements(p.persona -> 'any') as g (conditions)
      where not exists (
        select 1
        from jsonb_array_elements(g.conditions) as c (condition)
        cross join lateral (select ${asked(sql`c.condition`, r)} as value) as said
        where not ${fits(sql`c.condition`, sql`said.value`)}))
    order by p.place
    limit 1), ${UNMATCHED}::text)`

/** The value of a declared dimension, or by what else the structure `t` counts, of a row of `responses`. */
export const segmentValue = (r: SQL, name: SQL, personas: SQL): SQL => sql`
  case
    when ${name} = 'channel' then ${asValue(sql`${r}.channel`)}
    when ${name} = 'variant' then ${asValue(sql`${r}.variant`)}
    when ${name} = ${PERSONA} and ${personas} is not null then ${personaValue(r, personas)}
    else ${attributeValue(sql`${r}.attributes`, name)} end`

/**
 * Every count of a journey made again from its raw answers (`stepped`: one row a response, place and instrument) and what each
 * response is counted by (`segment`). Both follow the structure under which it was counted, so this holds while a move is under way.
 */
export const recounted = (workspaceId: string, journeyId: string): SQL => sql`
  answer as (
    select r.id, ${countedSourceOf(sql`r`)} as source, r.day, a.touchpoint_key as touchpoint, t.stage_of ->> a.touchpoint_key as stage, a.instrument,
      case when not a.reversed then a.score when a.instrument = 'nps' then 10 - a.score when a.instrument = 'csat' then 6 - a.score
        when a.instrument = 'ces' then 8 - a.score else -a.score end as score
    from responses r
    join answers a on a.workspace_id = r.workspace_id and a.response_id = r.id
    join structures t on t.workspace_id = r.workspace_id and t.journey_id = r.journey_id and t.structure = r.structure
    where r.workspace_id = ${workspaceId} and r.journey_id = ${journeyId} and a.score is not null
  ),
  felt as (
    select id, source, day, touchpoint, stage, count(*)::numeric as k,
      sum(case instrument when 'nps' then (score - 5) * ${unit} / 5 when 'csat' then (score - 3) * ${unit} / 2
        when 'ces' then (score - 4) * ${unit} / 3 else score * ${unit} / 100 end)::numeric as e
    from answer
    group by id, source, day, touchpoint, stage
  ),
  counted as (
    select id, 'touchpoint' as level, touchpoint as place, instrument, source, day, score::bigint from answer
    union all
    select id, 'stage', stage, instrument, source, day, score from answer
    union all
    select id, 'touchpoint', touchpoint, 'emotion', source, day, ${roundedQuotient(sql`e`, sql`k`)} from felt
    union all
    select id, 'stage', stage, 'emotion', source, day,
      ${roundedQuotient(sql`sum(e * ${COMMON} / k)`, sql`(${COMMON} * count(*))`)}
    from felt
    group by id, source, day, stage
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
  segment as (
    select r.id, d.name as dimension, v.value
    from responses r
    join structures t on t.workspace_id = r.workspace_id and t.journey_id = r.journey_id and t.structure = r.structure
    cross join unnest(t.dimensions) as d (name)
    cross join lateral (
      select ${segmentValue(sql`r`, sql`d.name`, sql`t.personas`)} as value) as v
    where r.workspace_id = ${workspaceId} and r.journey_id = ${journeyId} and v.value is not null
  )`

const steps = sql.raw(Array.from({ length: 11 }, (_, i) => `count(*) filter (where step = ${i}) as c${i}`).join(', '))
const summed = sql`count(*) as n, ${steps}, sum(score)::bigint as s, sum(score * score)::bigint as q`

/** The three tally tables as the recounted cells would fill them, by name. */
export const REBUILT: Readonly<Record<string, { keys: readonly string[]; from: SQL }>> = {
  tally_days: {
    keys: ['level', 'place', 'instrument', 'source', 'day'],
    from: sql`select level, place, instrument, source, day, ${summed} from stepped group by 1, 2, 3, 4, 5`,
  },
  tally_months: {
    keys: ['level', 'place', 'instrument', 'source', 'month'],
    from: sql`
      select level, place, instrument, source, date_trunc('month', day)::date as month, ${summed}
      from stepped group by 1, 2, 3, 4, 5`,
  },
  tally_segments: {
    keys: ['dimension', 'value', 'level', 'place', 'instrument', 'source', 'grain', 'period'],
    from: sql`
      select dimension, value, level, place, instrument, source, grain, period, ${summed}
      from stepped
      join segment on segment.id = stepped.id
      cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) as g (grain, period)
      group by 1, 2, 3, 4, 5, 6, 7, 8`,
  },
}

