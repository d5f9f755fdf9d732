import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { notFound, Problem } from '#lib/errors'
import { documentOf, readLanes } from '#lib/journeys/document/read'
import { MapDocument } from '#lib/journeys/document/schema'
import { Key } from '#lib/journeys/input'
import { loadStructure } from '#lib/journeys/structure'
import { allow, can } from '#lib/permission'
import { sentence } from '#lib/sentence'
import type { JourneyMap } from '../types'
import type { VersionRow } from './list'
import { readSnapshot } from './snapshot'

export const VersionOf = z.strictObject({ journey: Key, version: z.coerce.number().int().min(1).max(999_999_999) })

/** `snapshot`: the map with its numbers as it stood when the next version took its place; null of the one on the map, which has today's, and of one that was replaced while its answers were being counted. */
export type Version = VersionRow & { document: MapDocument; snapshot: JourneyMap | null }

type Journey = { id: string; newest: number; createdAt: Date }
type Stored = VersionRow & { document: unknown; snapshot: object | null }

/** One version of a map as it was, with the numbers that it showed at last. */
export async function readVersion(ctx: Context, input: unknown): Promise<Version> {
  allow(ctx, 'journey.read')
  const { journey: key, version } = VersionOf.parse(input)
  // The numbers were drawn for whoever may read all.
  const mayCount = can(ctx.actor, 'response.read')
  return inWorkspace(ctx, async (tx) => {
    const [journey] = await rows<Journey>(tx, sql`
      select id, version as newest, created_at as "createdAt"
      from journeys
      where workspace_id = ${ctx.workspaceId} and key = ${key}`)
    if (!journey) throw notFound('journey')
    const [row] = await rows<Stored>(tx, sql`
      select v.version, v.note, v.published_at as "publishedAt", u.name as by, v.replaced_at as "replacedAt", v.document,
        ${mayCount ? sql`v.snapshot` : sql`null`} as snapshot
      from map_versions v
      left join users u on u.id = v.published_by
      where v.workspace_id = ${ctx.workspaceId} and v.journey_id = ${journey.id} and v.version = ${version}`)
    if (row && version < journey.newest) {
      const document = MapDocument.parse(row.document)
      return { ...row, document, snapshot: readSnapshot(row.snapshot, document) }
    }
    if (version !== journey.newest) {
      throw new Problem('not_found', sentence('Version {version} is not there; the newest is {newest}.', { version, newest: journey.newest }))
    }
    const structure = await loadStructure(tx, ctx.workspaceId, journey.id)
    if (!structure) throw notFound('journey')
    const document = documentOf(structure, await readLanes(tx, ctx, journey.id))
    const { note, publishedAt, by, replacedAt } = row ?? { note: null, publishedAt: journey.createdAt, by: null, replacedAt: null }
    return { version, note, publishedAt, by, replacedAt, document, snapshot: null }
  })
}
