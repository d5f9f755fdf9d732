import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { surveys } from '#db/schema/surveys'
import { type Context, inWorkspace } from '#lib/context'
import { fault, invalid, notFound, Problem } from '#lib/errors'
import { forgetSurvey } from '#lib/forget'
import type { Structure } from '#lib/journeys/structure'
import { loadStructure } from '#lib/journeys/structure'
import type { Definition } from './definition'

export type Held = {
  id: string
  journeyId: string
  touchpoint: string | null
  name: string
  kind: 'asked' | 'import'
  state: 'draft' | 'live' | 'closed'
  draft: Definition
  publishedVersion: number | null
  updatedAt: Date
}

/** The survey with its row locked; one that is archived, built-in or another workspace's is not there. */
async function holdSurvey(tx: Tx, ctx: Context, id: string): Promise<Held> {
  const [row] = await rows<Held>(tx, sql`
    select id, journey_id as "journeyId", touchpoint_key as touchpoint, name, kind, state, draft,
      published_version as "publishedVersion", updated_at as "updatedAt"
    from surveys
    where workspace_id = ${ctx.workspaceId} and id = ${id} and archived_at is null and kind = 'asked'
    for update`)
  if (!row) throw notFound('survey')
  return row
}

/** One change of a survey in one transaction; what collect remembers of it is dropped after the commit. */
export async function changeSurvey<T>(ctx: Context, id: string, change: (tx: Tx, survey: Held) => Promise<T>): Promise<T> {
  const result = await inWorkspace(ctx, async (tx) => change(tx, await holdSurvey(tx, ctx, id)))
  forgetSurvey(ctx.workspaceId, id)
  return result
}

export const ofSurvey = (ctx: Context, id: string) => and(eq(surveys.workspaceId, ctx.workspaceId), eq(surveys.id, id))

export async function structureOf(tx: Tx, ctx: Context, journeyId: string): Promise<Structure> {
  const structure = await loadStructure(tx, ctx.workspaceId, journeyId)
  if (!structure) throw notFound('journey')
  return structure
}

/** What somebody saw and decided on is no longer what stands here. */
export function refuseStale(survey: Held, expectedUpdatedAt: string | undefined): void {
  if (expectedUpdatedAt === undefined || new Date(expectedUpdatedAt).getTime() === survey.updatedAt.getTime()) return
  throw new Problem('conflict', 'Somebody else has changed this survey. Load it again before you go on; your text is still here.')
}

/** The survey's own touchpoint and those of its questions must stand in its journey. */
export function checkPlaces(structure: Structure, touchpoint: string | null, definition: Definition): void {
  const isThere = (key: string) => Object.hasOwn(structure.stageOf, key)
  const unknown = (pointer: string, key: string) =>
    fault(pointer, 'unknown_touchpoint', 'The journey has no touchpoint with the key "{key}".', { key })
  if (touchpoint !== null && !isThere(touchpoint)) throw invalid(unknown('/touchpoint', touchpoint))
  for (const [i, { touchpoint: own }] of definition.questions.entries()) {
    if (own !== undefined && !isThere(own)) throw invalid(unknown(`/definition/questions/${i}/touchpoint`, own))
  }
}
