import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import type { Context } from '#lib/context'
import type { Places } from '#lib/journeys/draft/definition'
import type { Loaded } from '#lib/journeys/draft/load'

/** Stages that this publication takes off the map because they went into another: their own overall stands there now. */
function mergedStages({ published }: Loaded, { stages, touchpoints }: Places): { gone: string; kept: string }[] {
  const live = new Set(stages.filter((stage) => stage.live).map(({ key }) => key))
  const stageOf = new Map(touchpoints.map(({ key, stage }) => [key, stage]))
  return published.stages.flatMap(({ key: gone }) => {
    const kept = live.has(gone) ? undefined : stageOf.get(`${gone}.overall`)
    return kept !== undefined && live.has(kept) ? { gone, kept } : []
  })
}

/** What was about a stage that was merged is about the stage that it went into: campaigns, each of which names a stage once, and annotations. */
export async function followStages(tx: Tx, ctx: Context, loaded: Loaded, places: Places): Promise<void> {
  const merged = mergedStages(loaded, places)
  if (merged.length === 0) return
  const listed = sql`json_to_recordset(${JSON.stringify(merged)}::json) as m (gone text, kept text)`
  await tx.execute(sql`
    update campaigns c
    set stages = array(
      select distinct coalesce(m.kept, s.key) collate "C" as key
      from unnest(c.stages) as s (key)
      left join ${listed} on m.gone = s.key
      order by key)
    where c.workspace_id = ${ctx.workspaceId} and c.journey_id = ${loaded.journey.id}
      and exists (select 1 from ${listed} where m.gone = any(c.stages))`)
  await tx.execute(sql`
    update annotations a
    set stage_key = m.kept
    from ${listed}
    where a.workspace_id = ${ctx.workspaceId} and a.journey_id = ${loaded.journey.id} and a.stage_key = m.gone`)
}
