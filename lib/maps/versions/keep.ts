import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import type { Context } from '#lib/context'
import type { MapDocument } from '#lib/journeys/document/schema'
import type { Loaded } from '#lib/journeys/draft/load'
import { drawMap } from '../draw-map'
import { answeredDays, totalsIn } from '../list-totals'
import type { JourneyMap } from '../types'

type Replaced = Pick<Loaded, 'journey' | 'version' | 'published'>

/**
 * The map that is about to be replaced, with its numbers: as whoever may read all saw it, so that it can be shown to no one else.
 * Of the last 90 days; where nobody answered in them, of all days on which somebody did.
 * Where its answers were still being counted at their places it never had numbers of its own, and keeps none.
 */
export async function drawReplaced(tx: Tx, ctx: Context, { journey }: Replaced): Promise<JourneyMap | null> {
  const all: Context = { ...ctx, actor: { kind: 'system' } }
  const { map: usual } = await drawMap(tx, all, { journey: journey.key })
  const totals = usual.answers === 0 ? (await totalsIn(tx, ctx, [{ key: usual.journey.key, timeZone: usual.timeZone }]))[journey.key] : undefined
  const days = totals && answeredDays(totals)
  const map = days ? (await drawMap(tx, all, { journey: journey.key, ...days })).map : usual
  return map.recounting ? null : { ...map, drafted: 0 }
}

export async function keepReplaced(tx: Tx, ctx: Context, { journey, version, published }: Replaced, map: JourneyMap | null): Promise<void> {
  const at = ctx.now().toISOString()
  const snapshot = map && JSON.stringify(map)
  // The first version has no row before it is replaced: it was made with the journey.
  await tx.execute(sql`
    insert into map_versions (workspace_id, journey_id, version, document, snapshot, published_at, replaced_at)
    select workspace_id, id, ${version}, ${JSON.stringify(published)}::jsonb, ${snapshot}::jsonb, created_at, ${at}::timestamptz
    from journeys
    where workspace_id = ${ctx.workspaceId} and id = ${journey.id}
    on conflict (workspace_id, journey_id, version) do update
    set document = excluded.document, snapshot = excluded.snapshot, replaced_at = excluded.replaced_at`)
}

/** Whoever is asking, as a version and its list name them: keys and jobs have no name. */
export const publisherOf = ({ actor }: Context): string | null => (actor.kind === 'user' ? actor.userId : null)

/** The version that takes the place of the one before it; its number is told. */
export async function addVersion(tx: Tx, ctx: Context, replaced: Replaced, document: MapDocument, note: string | null): Promise<number> {
  const version = replaced.version + 1
  await tx.execute(sql`
    insert into map_versions (workspace_id, journey_id, version, note, document, published_at, published_by)
    values (${ctx.workspaceId}, ${replaced.journey.id}, ${version}, ${note}, ${JSON.stringify(document)}::jsonb, ${ctx.now().toISOString()}::timestamptz, ${publisherOf(ctx)}::uuid)`)
  await tx.execute(sql`
    update journeys
    set version = ${version}
    where workspace_id = ${ctx.workspaceId} and id = ${replaced.journey.id}`)
  return version
}
