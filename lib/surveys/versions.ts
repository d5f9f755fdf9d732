import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { rows } from '#db/rows'
import { surveys } from '#db/schema/surveys'
import { type Context, inWorkspace } from '#lib/context'
import { fault, invalid, notFound } from '#lib/errors'
import { Page } from '#lib/http/cursor'
import { allow } from '#lib/permission'
import { changeSentence } from './change-sentence'
import { type Change, changesBetweenVersions } from './changes'
import type { Definition } from './definition'
import { changeSurvey, checkPlaces, ofSurvey, refuseStale, structureOf } from './hold'

export const ListVersions = Page.extend({ limit: z.coerce.number().int().min(1).max(200).default(20) })
const VersionsOf = ListVersions.extend({ id: z.uuid() })

export const VersionOf = z.strictObject({ id: z.uuid(), version: z.coerce.number().int().min(1).max(2_000_000_000) })

export type VersionRow = {
  version: number
  publishedAt: Date
  /** Name of who published it; null for an API key, and for somebody who has left. */
  publishedBy: string | null
  touchpoint: string | null
  /** What was new in it. */
  changes: Change[]
}

type Stored = Omit<VersionRow, 'changes'> & { definition: Definition }

const columns = sql`
  v.version, v.published_at as "publishedAt", u.name as "publishedBy", v.touchpoint_key as touchpoint, v.definition`

const tables = sql`
  surveys s
  join survey_versions v on v.workspace_id = s.workspace_id and v.survey_id = s.id
  left join users u on u.id = v.published_by`

const isAsked = (ctx: Context, id: string) => sql`s.workspace_id = ${ctx.workspaceId} and s.id = ${id} and s.kind = 'asked' and s.archived_at is null`

function afterVersion(cursor: string | undefined): number | null {
  if (cursor === undefined) return null
  if (!/^[1-9]\d{0,8}$/.test(cursor)) throw invalid(fault('/cursor', 'invalid_cursor', 'The cursor is not one of ours. Begin again without it.'))
  return Number(cursor)
}

/** What was published of a survey, newest first, with what each version changed for people. */
export async function listVersions(ctx: Context, input: unknown): Promise<{ data: VersionRow[]; nextCursor: string | null }> {
  allow(ctx, 'survey.read')
  const { id, limit, cursor } = VersionsOf.parse(input)
  const after = afterVersion(cursor)
  const found = await inWorkspace(ctx, async (tx) => {
    const [survey] = await rows(tx, sql`
      select 1
      from surveys s
      where ${isAsked(ctx, id)}`)
    if (!survey) throw notFound('survey')
    return rows<Stored>(tx, sql`
      select ${columns}
      from ${tables}
      where ${isAsked(ctx, id)}
        ${after === null ? sql`` : sql`and v.version < ${after}`}
      order by v.version desc
      limit ${limit + 1}`)
  })
  const data = found.slice(0, limit).map(({ definition, ...row }, i) => ({
    ...row,
    changes: changesBetweenVersions(found[i + 1] ?? null, { definition, touchpoint: row.touchpoint }),
  }))
  const last = data.at(-1)
  return { data, nextCursor: found.length > limit && last ? String(last.version) : null }
}

export type VersionTold = Omit<VersionRow, 'changes'> & { changes: string[] }

/** The same for the API, which tells what was new in sentences. */
export async function tellVersions(ctx: Context, input: unknown): Promise<{ data: VersionTold[]; nextCursor: string | null }> {
  const { data, nextCursor } = await listVersions(ctx, input)
  return { data: data.map((row) => ({ ...row, changes: row.changes.map(changeSentence) })), nextCursor }
}

/** One published version with the wording that its answers saw. */
export async function readVersion(ctx: Context, input: unknown): Promise<Stored> {
  allow(ctx, 'survey.read')
  const { id, version } = VersionOf.parse(input)
  const [row] = await inWorkspace(ctx, (tx) =>
    rows<Stored>(tx, sql`
      select ${columns}
      from ${tables}
      where ${isAsked(ctx, id)} and v.version = ${version}`),
  )
  if (!row) throw notFound('version of this survey')
  return row
}

export const RestoreVersion = VersionOf.extend({ expectedUpdatedAt: z.iso.datetime({ offset: true }).optional() })

/** Makes the draft what an older version was; what is live stays until it is published again. */
export async function restoreVersion(ctx: Context, input: unknown): Promise<{ id: string; updatedAt: Date }> {
  allow(ctx, 'survey.write')
  const { id, version, expectedUpdatedAt } = RestoreVersion.parse(input)
  return changeSurvey(ctx, id, async (tx, survey) => {
    refuseStale(survey, expectedUpdatedAt)
    const [older] = await rows<{ definition: Definition; touchpoint: string | null }>(tx, sql`
      select v.definition, v.touchpoint_key as touchpoint
      from survey_versions v
      where v.workspace_id = ${ctx.workspaceId} and v.survey_id = ${id} and v.version = ${version}`)
    if (!older) throw notFound('version of this survey')
    checkPlaces(await structureOf(tx, ctx, survey.journeyId), older.touchpoint, older.definition)
    const updatedAt = new Date(Math.max(ctx.now().getTime(), survey.updatedAt.getTime() + 1))
    await tx.update(surveys).set({ draft: older.definition, touchpointKey: older.touchpoint, updatedAt }).where(ofSurvey(ctx, id))
    return { id, updatedAt }
  })
}
