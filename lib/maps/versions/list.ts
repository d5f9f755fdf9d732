import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { fault, invalid, notFound } from '#lib/errors'
import { Page } from '#lib/http/cursor'
import { Key } from '#lib/journeys/input'
import { allow } from '#lib/permission'

export const ListVersions = Page.extend({ limit: z.coerce.number().int().min(1).max(200).default(50) })
const VersionsOf = ListVersions.extend({ journey: Key })

/** `by`: name of who published it; null for an API key, and for the first, which came with the journey. `replacedAt` is null of the one on the map. */
export type VersionRow = { version: number; note: string | null; publishedAt: Date; by: string | null; replacedAt: Date | null }

function before(cursor: string | undefined): number | null {
  if (cursor === undefined) return null
  if (!/^[1-9]\d{0,8}$/.test(cursor)) throw invalid(fault('/cursor', 'invalid_cursor', 'The cursor is not one of ours. Begin again without it.'))
  return Number(cursor)
}

/** What was published of a map and by whom, the newest first. */
export async function listVersions(ctx: Context, input: unknown): Promise<{ data: VersionRow[]; nextCursor: string | null }> {
  allow(ctx, 'journey.read')
  const { journey: key, limit, cursor } = VersionsOf.parse(input)
  const than = before(cursor)
  const { journey, found } = await inWorkspace(ctx, async (tx) => {
    const [journey] = await rows<{ id: string; version: number; publishedAt: Date }>(tx, sql`
      select id, version, created_at as "publishedAt"
      from journeys
      where workspace_id = ${ctx.workspaceId} and key = ${key}`)
    if (!journey) throw notFound('journey')
    const found = await rows<VersionRow>(tx, sql`
      select v.version, v.note, v.published_at as "publishedAt", u.name as by, v.replaced_at as "replacedAt"
      from map_versions v
      left join users u on u.id = v.published_by
      where v.workspace_id = ${ctx.workspaceId} and v.journey_id = ${journey.id}
        ${than === null ? sql`` : sql`and v.version < ${than}`}
      order by v.version desc
      limit ${limit + 1}`)
    return { journey, found }
  })
  // Nobody ever published this journey: its only version came with it.
  if (found.length === 0 && than === null) found.push({ version: journey.version, note: null, publishedAt: journey.publishedAt, by: null, replacedAt: null })
  const data = found.slice(0, limit)
  const last = data.at(-1)
  return { data, nextCursor: found.length > limit && last ? String(last.version) : null }
}
