import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Context } from '#lib/context'
import { fault, notFound, Problem } from '#lib/errors'
import { sentence } from '#lib/sentence'
import { documentOf, readLanes } from '../document/read'
import type { MapDocument } from '../document/schema'
import type { Held } from '../hold'
import { loadStructure } from '../structure'
import { type Draft, type DraftCell, foldDraft, foldPlaces, type Shelved } from './definition'

export type StoredCell = DraftCell & { gone: boolean }

/** A draft with all that it stands over; `touched` holds cells that were taken back, too. */
export type Loaded = {
  journey: Held
  version: number
  revision: number
  published: MapDocument
  shelf: Shelved[]
  touched: ReadonlyMap<string, StoredCell>
}

type Stored = Omit<StoredCell, 'at'> & { at: Date }

/** In the order in which they were changed: what was added later stands behind. */
export async function loadCells(tx: Tx, ctx: Context, journeyId: string): Promise<ReadonlyMap<string, StoredCell>> {
  const found = await rows<Stored>(tx, sql`
    select c.cell, c.value, c.revision, c.gone, c.changed_at as at, u.name as by
    from draft_cells c
    left join users u on u.id = c.changed_by
    where c.workspace_id = ${ctx.workspaceId} and c.journey_id = ${journeyId}
    order by c.revision, c.cell`)
  return new Map(found.map((row) => [row.cell, { ...row, at: new Date(row.at).toISOString() }]))
}

/** What can come back to the map. A live touchpoint of an archived stage comes back with it. */
function shelfOf({ stages, touchpoints }: Held): Shelved[] {
  const away = new Set(stages.filter((stage) => stage.archived).map((stage) => stage.key))
  return [
    ...stages.filter((stage) => stage.archived).map(({ key, name }) => ({ kind: 'stage' as const, key, name, stage: null, channel: null, withStage: false })),
    ...touchpoints
      .filter((t) => !t.overall && (t.archived || away.has(t.stageKey)))
      .map((t) => ({ kind: 'touchpoint' as const, key: t.key, name: t.name, stage: t.stageKey, channel: t.channel, withStage: !t.archived })),
  ]
}

/**
 * The draft of a journey. Whoever changes it holds the journey's row, so drafts are changed one after the other; a reader shares
 * it, so as not to see half of a publication. Answers that come in wait for neither.
 */
export async function loadDraft(tx: Tx, ctx: Context, key: string, holds: 'to read' | 'to change'): Promise<Loaded> {
  const [row] = await rows<{ id: string; version: number; revision: number }>(tx, sql`
    select id, version, draft_revision as revision
    from journeys
    where workspace_id = ${ctx.workspaceId} and key = ${key}
    ${holds === 'to read' ? sql`for share` : sql`for no key update`}`)
  const structure = row && (await loadStructure(tx, ctx.workspaceId, row.id))
  if (!row || !structure) throw notFound('journey')
  const journey = { ...structure, id: row.id }
  const published = documentOf(structure, await readLanes(tx, ctx, row.id))
  const touched = await loadCells(tx, ctx, row.id)
  return { journey, version: row.version, revision: row.revision, published, shelf: shelfOf(journey), touched }
}

/** For whoever would publish or discard more than they have seen. */
export function draftChanged({ touched }: Loaded): Problem {
  const who = [...touched.values()].at(-1)?.by ?? sentence('Somebody')
  const said = sentence('{who} has changed this map in the meantime. Look at it once more.', { who })
  return new Problem('conflict', said, { errors: [fault('/revision', 'changed_meanwhile', said)] })
}

export const cellsOf = (touched: Loaded['touched']): DraftCell[] =>
  [...touched.values()].filter((cell) => !cell.gone).map(({ gone: _, ...cell }) => cell)

export function draftOf({ journey, version, revision, published, shelf, touched }: Loaded): Draft {
  const cells = cellsOf(touched)
  const { stages, touchpoints } = foldPlaces(published, cells, shelf)
  const live = new Set(stages.filter((stage) => stage.live).map((stage) => stage.key))
  return {
    journey: journey.key,
    version,
    revision,
    published,
    document: foldDraft(published, cells, shelf),
    cells,
    revisions: Object.fromEntries([...touched.values()].map((cell) => [cell.cell, cell.revision])),
    shelf,
    archived: [
      ...stages.filter((stage) => !stage.live).map(({ key, name }) => ({ kind: 'stage' as const, key, name, stage: null })),
      ...touchpoints.filter((t) => !t.live && live.has(t.stage)).map(({ key, name, stage }) => ({ kind: 'touchpoint' as const, key, name, stage })),
    ],
  }
}
