import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { askRecount } from '#lib/collect/recount/recount'
import type { Context } from '#lib/context'
import { placeOf } from '#lib/journeys/draft/cell'
import { type Cell, foldPlaces, type Places } from '#lib/journeys/draft/definition'
import { cellsOf, type Loaded } from '#lib/journeys/draft/load'
import { restructure } from '#lib/journeys/hold'
import { followStages } from './follow'

type Row = { key: string; stage: string; name: string; channel: string | null; overall: boolean; live: boolean; position: number }

/** The touchpoints as they shall be. Each stage has its overall, back from where a merge took it; one that stands right stays as it is. */
function wantedTouchpoints({ journey }: Loaded, { stages, touchpoints }: Places): Row[] {
  const ordinary = stages.flatMap(({ key }) =>
    touchpoints.filter((t) => t.stage === key).map((t, i) => ({ ...t, overall: false, position: i + 1 })),
  )
  const isMerged = new Set(ordinary.map((t) => t.key))
  const isBuiltIn = new Set(journey.touchpoints.filter((t) => t.overall).map((t) => t.key))
  const overalls = stages
    .map(({ key }) => ({ key: `${key}.overall`, stage: key, name: 'Overall', channel: null, overall: true, live: true, position: 0 }))
    .filter(({ key }) => !isMerged.has(key) && !isBuiltIn.has(key))
  return [...overalls, ...ordinary]
}

const writeStages = (tx: Tx, ctx: Context, { journey }: Loaded, { stages }: Places) => tx.execute(sql`
  insert into stages as s (workspace_id, journey_id, key, name, position, archived_at)
  select ${ctx.workspaceId}::uuid, ${journey.id}::uuid, n.key, n.name, n.position, case when not n.live then ${ctx.now().toISOString()}::timestamptz end
  from json_to_recordset(${JSON.stringify(stages.map((stage, i) => ({ ...stage, position: i + 1 })))}::json)
    as n (key text, name text, position int, live boolean)
  on conflict (workspace_id, journey_id, key) do update
  set name = excluded.name, position = excluded.position,
    archived_at = case when excluded.archived_at is not null then coalesce(s.archived_at, excluded.archived_at) end`)

const writeTouchpoints = (tx: Tx, ctx: Context, { journey }: Loaded, touchpoints: readonly Row[]) => tx.execute(sql`
  insert into touchpoints as t (workspace_id, journey_id, key, stage_key, name, channel, overall, position, archived_at)
  select ${ctx.workspaceId}::uuid, ${journey.id}::uuid, n.key, n.stage, n.name, n.channel, n.overall, n.position,
    case when not n.live then ${ctx.now().toISOString()}::timestamptz end
  from json_to_recordset(${JSON.stringify(touchpoints)}::json)
    as n (key text, stage text, name text, channel text, overall boolean, position int, live boolean)
  on conflict (workspace_id, journey_id, key) do update
  set stage_key = excluded.stage_key, name = excluded.name, channel = excluded.channel, overall = excluded.overall, position = excluded.position,
    archived_at = case when excluded.archived_at is not null then coalesce(t.archived_at, excluded.archived_at) end`)

/** What the draft says in lanes, of places that are there. */
async function writeLanes(tx: Tx, ctx: Context, { journey }: Loaded, cells: readonly Cell[], { stages, touchpoints }: Places): Promise<void> {
  const known = { stage: new Set(stages.map((stage) => stage.key)), touchpoint: new Set(touchpoints.map((t) => t.key)) }
  const changes = cells.flatMap(({ cell, value }) => {
    const place = placeOf(cell)
    return place?.kind === 'lane' && known[place.level].has(place.key) ? { lane: place.lane, level: place.level, place: place.key, value } : []
  })
  if (changes.length === 0) return
  const listed = sql`json_to_recordset(${JSON.stringify(changes)}::json) as n (lane text, level text, place text, value jsonb)`
  await tx.execute(sql`
    delete from map_cells m
    using ${listed}
    where m.workspace_id = ${ctx.workspaceId} and m.journey_id = ${journey.id}
      and m.lane = n.lane and m.level = n.level and m.place = n.place`)
  await tx.execute(sql`
    insert into map_cells (workspace_id, journey_id, lane, level, place, value)
    select ${ctx.workspaceId}::uuid, ${journey.id}::uuid, n.lane, n.level, n.place, n.value
    from ${listed}
    where n.value is not null`)
}

/**
 * Makes the published map what the draft says. Answers stay with their touchpoints: where those come to stand in other stages, a
 * new structure counts what arrives from now on, and a job brings over what is there.
 */
export async function reconcile(tx: Tx, ctx: Context, loaded: Loaded): Promise<void> {
  const cells = cellsOf(loaded.touched)
  const places = foldPlaces(loaded.published, cells, loaded.shelf)
  const touchpoints = wantedTouchpoints(loaded, places)
  if (places.stages.length > 0) await writeStages(tx, ctx, loaded, places)
  if (touchpoints.length > 0) await writeTouchpoints(tx, ctx, loaded, touchpoints)
  await writeLanes(tx, ctx, loaded, cells, places)
  await followStages(tx, ctx, loaded, places)
  const stood = new Map(Object.entries(loaded.journey.stageOf))
  const moved = touchpoints.filter((t) => stood.has(t.key) && stood.get(t.key) !== t.stage).map((t) => t.key)
  if (moved.length === 0 && touchpoints.every((t) => stood.has(t.key))) return
  await restructure(tx, ctx, loaded.journey)
  if (moved.length > 0) await askRecount(tx, ctx, { journeyId: loaded.journey.id, touchpoints: moved })
}
