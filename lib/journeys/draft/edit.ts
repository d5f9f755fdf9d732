import { isDeepStrictEqual } from 'node:util'
import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { type Context, inWorkspace } from '#lib/context'
import { fault, invalid } from '#lib/errors'
import { publish } from '#lib/live'
import { type Place, placeOf } from './cell'
import { checkDraft } from './check'
import type { Cell, Change, Changed } from './definition'
import { cellsOf, draftOf, loadCells, loadDraft, type Loaded } from './load'

/** The value of a cell on the published map; null for an order, which has a value only where it was changed, and for what is not there. */
export function publishedValue({ journey, published }: Loaded, place: Place): unknown {
  if (place.kind === 'name') return published.name
  if (place.kind === 'order') return null
  if (place.kind === 'lane') {
    const there = published.lanes[place.lane][place.level]
    return Object.hasOwn(there, place.key) ? there[place.key] : null
  }
  const stage = journey.stages.find((one) => one.key === place.key)
  if (place.kind === 'stage') return stage ? { name: stage.name, state: stage.archived ? 'archived' : 'live' }[place.field] : null
  const touchpoint = journey.touchpoints.find((one) => one.key === place.key && !one.overall)
  if (!touchpoint) return null
  const { name, channel, stageKey, archived } = touchpoint
  return { name, channel, stage: stageKey, state: archived ? 'archived' : 'live' }[place.field]
}

/** Null takes a value away where there may be none; of anything else it says "as it is published". */
const mayBeNone = (place: Place) => place.kind === 'lane' || (place.kind === 'touchpoint' && place.field === 'channel')

function publishedOrder({ published }: Loaded, { stage }: { stage: string | null }): string[] {
  if (stage === null) return published.stages.map(({ key }) => key)
  return published.touchpoints.filter((t) => t.stage === stage).map(({ key }) => key)
}

type Written = { cell: string; value: unknown; gone: boolean; before: unknown }

/** What a wished value does to the draft; nothing where it is so already. */
function written(loaded: Loaded, { cell, value }: Cell): Written[] {
  const place = placeOf(cell)
  if (place === null) return []
  const there = loaded.touched.get(cell)
  const own = there && !there.gone ? there : undefined
  const base = publishedValue(loaded, place)
  const isBase = isDeepStrictEqual(value, place.kind === 'order' ? publishedOrder(loaded, place) : base)
  const gone = isBase || (value === null && !mayBeNone(place))
  if (gone ? own === undefined : own !== undefined && isDeepStrictEqual(value, own.value)) return []
  return [{ cell, value: gone ? null : value, gone, before: own ? own.value : base }]
}

async function store(tx: Tx, ctx: Context, { journey }: Loaded, revision: number, changes: readonly Written[]): Promise<void> {
  const by = ctx.actor.kind === 'user' ? ctx.actor.userId : null
  await tx.execute(sql`
    insert into draft_cells as c (workspace_id, journey_id, cell, value, revision, gone, changed_at, changed_by)
    select ${ctx.workspaceId}::uuid, ${journey.id}::uuid, n.cell, coalesce(n.value, 'null'::jsonb), ${revision}::int, n.gone,
      ${ctx.now().toISOString()}::timestamptz, ${by}::uuid
    from json_to_recordset(${JSON.stringify(changes)}::json) as n (cell text, value jsonb, gone boolean)
    on conflict (workspace_id, journey_id, cell) do update
    set value = excluded.value, revision = excluded.revision, gone = excluded.gone, changed_at = excluded.changed_at, changed_by = excluded.changed_by`)
  await tx.execute(sql`
    update journeys
    set draft_revision = ${revision}
    where workspace_id = ${ctx.workspaceId} and id = ${journey.id}`)
}

export type Made<T> = { cells: readonly Cell[]; says: T }

/**
 * One change of a draft in one transaction: `make` says what the cells shall be, knowing all that is there. Refused whole where the
 * map could not be so; `pointerOf` names the part of the request that a cell came from. Editors hear of it after the commit.
 */
export async function editDraft<T extends object>(
  ctx: Context,
  key: string,
  make: (loaded: Loaded) => Made<T>,
  pointerOf: (cell: string) => string,
): Promise<Changed & T> {
  const { id, isChanged, ...answer } = await inWorkspace(ctx, async (tx) => {
    const loaded = await loadDraft(tx, ctx, key, 'to change')
    const { cells: wanted, says } = make(loaded)
    const changes = wanted.flatMap((cell) => written(loaded, cell))
    const revision = loaded.revision + (changes.length > 0 ? 1 : 0)
    const replaced = new Set(changes.map(({ cell }) => cell))
    const cells: Cell[] = [...cellsOf(loaded.touched).filter(({ cell }) => !replaced.has(cell)), ...changes.filter(({ gone }) => !gone)]
    const [first, ...rest] = checkDraft(loaded, cells, wanted).map(({ cell, code, said }) => fault(pointerOf(cell), code, said))
    if (first) throw invalid(first, ...rest.slice(0, 19))
    if (changes.length > 0) await store(tx, ctx, loaded, revision, changes)
    const touched = changes.length > 0 ? await loadCells(tx, ctx, loaded.journey.id) : loaded.touched
    const undo: Change[] = changes.map(({ cell, before }) => ({ cell, value: before, revision }))
    return { ...says, id: loaded.journey.id, isChanged: changes.length > 0, draft: draftOf({ ...loaded, revision, touched }), undo }
  })
  if (isChanged) publish({ workspaceId: ctx.workspaceId, journeyId: id, answers: 0, what: 'draft' })
  return answer as unknown as Changed & T
}
