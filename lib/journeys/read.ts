import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { ifFound, notFound } from '#lib/errors'
import { Page, pageOf, readCursor } from '#lib/http/cursor'
import { allow } from '#lib/permission'
import { findJourney } from './find'
import { Key } from './input'
import { loadStructure } from './structure'

export const ListJourneys = Page.extend({ archived: z.union([z.boolean(), z.stringbool()]).default(false) })

export type JourneyRow = { id: string; key: string; name: string; timeZone: string; archived: boolean; stages: string[]; createdAt: Date }

/** The journeys of the workspace, newest first, with the names of their live stages. */
export async function listJourneys(ctx: Context, input: unknown): Promise<{ data: JourneyRow[]; nextCursor: string | null }> {
  allow(ctx, 'journey.read')
  const { limit, cursor, archived } = ListJourneys.parse(input)
  const after = cursor === undefined ? null : readCursor(cursor)
  const found = await inWorkspace(ctx, (tx) =>
    rows<JourneyRow>(tx, sql`
      select j.id, j.key, j.name, j.time_zone as "timeZone", j.archived_at is not null as archived, j.created_at as "createdAt",
        coalesce((
          select json_agg(s.name order by s.position)
          from stages s
          where s.workspace_id = j.workspace_id and s.journey_id = j.id and s.archived_at is null), '[]') as stages
      from journeys j
      where j.workspace_id = ${ctx.workspaceId}
        and (j.archived_at is not null) = ${archived}::boolean
        ${after ? sql`and (j.created_at, j.id) < (${after.createdAt.toISOString()}::timestamptz, ${after.id}::uuid)` : sql``}
      order by j.created_at desc, j.id desc
      limit ${limit + 1}`),
  )
  return pageOf(found, limit)
}

type SurveyRow = { id: string; name: string; state: 'draft' | 'live' | 'closed'; touchpoint: string }

export type ReadTouchpoint = { key: string; name: string; channel: string | null; overall: boolean; archived: boolean; surveys: Omit<SurveyRow, 'touchpoint'>[] }
export type ReadStage = { key: string; name: string; position: number; archived: boolean; touchpoints: ReadTouchpoint[] }
export type ReadJourney = { id: string; key: string; name: string; timeZone: string; archived: boolean; stages: ReadStage[] }

/** One journey with all its places, archived ones too, and which surveys ask there. Positions count from 1. */
export async function readJourney(ctx: Context, input: unknown): Promise<ReadJourney> {
  allow(ctx, 'journey.read')
  const { journey: key } = z.strictObject({ journey: Key }).parse(input)
  return inWorkspace(ctx, async (tx) => {
    const [row] = await rows<{ id: string; archived: boolean; surveys: SurveyRow[] }>(tx, sql`
      select j.id, j.archived_at is not null as archived,
        coalesce((
          select json_agg(json_build_object('id', s.id, 'name', s.name, 'state', s.state, 'touchpoint', s.touchpoint_key) order by s.id)
          from surveys s
          where s.workspace_id = j.workspace_id and s.journey_id = j.id and s.kind = 'asked' and s.archived_at is null), '[]') as surveys
      from journeys j
      where j.workspace_id = ${ctx.workspaceId} and j.key = ${key}`)
    const structure = row && (await loadStructure(tx, ctx.workspaceId, row.id))
    if (!row || !structure) throw notFound('journey')
    const stages = structure.stages.map((stage, i) => ({
      ...stage,
      position: i + 1,
      touchpoints: structure.touchpoints
        .filter((t) => t.stageKey === stage.key)
        .map(({ stageKey: _, ...t }) => ({
          ...t,
          surveys: row.surveys.filter((s) => s.touchpoint === t.key).map(({ id, name, state }) => ({ id, name, state })),
        })),
    }))
    return { id: row.id, key, name: structure.name, timeZone: structure.timeZone, archived: row.archived, stages }
  })
}

/** Is there such a journey here, archived or not? The cheapest question about one. */
export async function hasJourney(ctx: Context, key: string): Promise<boolean> {
  allow(ctx, 'journey.read')
  const { success, data } = Key.safeParse(key)
  return success && (await ifFound(inWorkspace(ctx, (tx) => findJourney(tx, ctx, data)))) !== null
}
