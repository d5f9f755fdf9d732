import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { findJourney } from '#lib/journeys/find'
import { Key } from '#lib/journeys/input'
import { allow } from '#lib/permission'

// An attribute with more values than these is a number or a name, and no outcome to choose from a list.
const MOST_VALUES = 12
// So many of the newest responses of each survey are looked at.
const LOOKED_AT = 500

/** What can be an outcome: attributes seen among the newest responses with their values, and touchpoints where NPS was asked. */
export type OutcomeChoices = { attributes: { name: string; values: string[] }[]; touchpoints: { key: string; name: string }[] }

export async function listOutcomeChoices(ctx: Context, input: unknown): Promise<OutcomeChoices> {
  allow(ctx, 'journey.read')
  allow(ctx, 'response.read')
  const { journey: key } = z.strictObject({ journey: Key }).parse(input)
  return inWorkspace(ctx, async (tx) => {
    const journey = await findJourney(tx, ctx, key)
    const seen = await rows<{ name: string; values: string[] }>(tx, sql`
      select a.key as name, array_agg(distinct btrim(a.value)) as values
      from surveys s
      cross join lateral (
        select attributes
        from responses
        where workspace_id = ${ctx.workspaceId} and survey_id = s.id and not held
        order by id desc
        limit ${LOOKED_AT}) as r
      cross join lateral jsonb_each_text(r.attributes) as a
      where s.workspace_id = ${ctx.workspaceId} and s.journey_id = ${journey.id} and btrim(a.value) <> ''
      group by a.key
      having count(distinct btrim(a.value)) between 2 and ${MOST_VALUES}
      order by a.key
      limit 50`)
    const touchpoints = await rows<{ key: string; name: string }>(tx, sql`
      select t.key, t.name
      from touchpoints t
      join stages s on s.workspace_id = t.workspace_id and s.journey_id = t.journey_id and s.key = t.stage_key
      where t.workspace_id = ${ctx.workspaceId} and t.journey_id = ${journey.id} and t.archived_at is null
        and exists (
          select 1
          from tally_months m
          where m.workspace_id = ${ctx.workspaceId} and m.journey_id = ${journey.id} and m.level = 'touchpoint' and m.place = t.key
            and m.instrument = 'nps' and m.n > 0)
      order by s.position, t.position`)
    return { attributes: seen, touchpoints }
  })
}
