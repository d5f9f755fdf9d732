import { sql } from 'drizzle-orm'

const isNew = sql.raw(`case d.kind
  when 'stage' then not exists (
    select 1
    from stages s
    where s.workspace_id = d.workspace_id and s.journey_id = d.journey_id and s.key = d.key)
  when 'touchpoint' then not exists (
    select 1
    from touchpoints t
    where t.workspace_id = d.workspace_id and t.journey_id = d.journey_id and t.key = d.key and not t.overall)
  end`)

const isTold = sql.raw(`d.kind = 'order' and d.key <> '' and (
  not exists (
    select 1
    from stages s
    where s.workspace_id = d.workspace_id and s.journey_id = d.journey_id and s.key = d.key)
  or exists (
    select 1
    from draft_cells m
    where m.workspace_id = d.workspace_id and m.journey_id = d.journey_id and not m.gone
      and m.cell like 'touchpoint/%/stage' and m.value = to_jsonb(d.key)))`)

/**
 * How many changes the draft of the journey `j` tells, as its editor lists them: a new place is one with all that is said of it,
 * and the order of a stage is told with what came into it.
 */
export const toldChanges = sql`(
  select count(distinct case
    when ${isNew} then d.kind || '/' || d.key
    when ${isTold} then null
    else d.cell end)::int
  from (
    select c.workspace_id, c.journey_id, c.cell, split_part(c.cell, '/', 1) as kind, split_part(c.cell, '/', 2) as key
    from draft_cells c
    where c.workspace_id = j.workspace_id and c.journey_id = j.id and not c.gone) as d)`
