import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#db/open'
import { rows } from '#db/rows'
import { asSystem } from '#db/scope'
import { type Context, inWorkspace } from '#lib/context'
import { notFound } from '#lib/errors'
import { Page, pageOf, readCursor } from '#lib/http/cursor'
import { Key } from '#lib/journeys/input'
import { allow } from '#lib/permission'
import type { Definition } from './definition'

export const SurveyOf = z.strictObject({ id: z.uuid() })
export const ListSurveys = Page.extend({
  journey: Key.optional(),
  stage: Key.optional(),
  search: z.string().trim().max(120).refine((text) => !text.includes('\0') && text.isWellFormed(), 'is no text').optional(),
})

export type SurveyRow = {
  id: string
  name: string
  state: 'draft' | 'live' | 'closed'
  journey: { key: string; name: string }
  touchpoint: { key: string; name: string } | null
  stage: { key: string; name: string } | null
  instruments: string[]
  version: number | null
  createdAt: Date
  updatedAt: Date
}

const columns = sql`
  s.id, s.name, s.state, json_build_object('key', j.key, 'name', j.name) as journey,
  case when t.key is null then null else json_build_object('key', t.key, 'name', t.name) end as touchpoint,
  case when g.key is null then null else json_build_object('key', g.key, 'name', g.name) end as stage,
  (select json_agg(q ->> 'instrument') from jsonb_array_elements(s.draft -> 'questions') q) as instruments,
  s.published_version as version, s.created_at as "createdAt", s.updated_at as "updatedAt"`

const tables = sql`
  surveys s
  join journeys j on j.workspace_id = s.workspace_id and j.id = s.journey_id
  left join touchpoints t on t.workspace_id = s.workspace_id and t.journey_id = s.journey_id and t.key = s.touchpoint_key
  left join stages g on g.workspace_id = s.workspace_id and g.journey_id = s.journey_id and g.key = t.stage_key`

const likeness = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** The surveys that people are asked, newest first; of one journey or stage, or with a word in their name. */
export async function listSurveys(ctx: Context, input: unknown): Promise<{ data: SurveyRow[]; nextCursor: string | null }> {
  allow(ctx, 'survey.read')
  const { limit, cursor, journey, stage, search } = ListSurveys.parse(input)
  const after = cursor === undefined ? null : readCursor(cursor)
  const found = await inWorkspace(ctx, (tx) =>
    rows<SurveyRow>(tx, sql`
      select ${columns}
      from ${tables}
      where s.workspace_id = ${ctx.workspaceId} and s.kind = 'asked' and s.archived_at is null
        ${journey === undefined ? sql`` : sql`and j.key = ${journey}`}
        ${stage === undefined ? sql`` : sql`and g.key = ${stage}`}
        ${search ? sql`and s.name ilike ${likeness(search)}` : sql``}
        ${after ? sql`and (s.created_at, s.id) < (${after.createdAt.toISOString()}::timestamptz, ${after.id}::uuid)` : sql``}
      order by s.created_at desc, s.id desc
      limit ${limit + 1}`),
  )
  return pageOf(found, limit)
}

export type ReadSurvey = SurveyRow & { definition: Definition; published: Definition | null; publishedTouchpoint: string | null }

/** One survey with its draft and what is live of it. */
export async function readSurvey(ctx: Context, input: unknown): Promise<ReadSurvey> {
  allow(ctx, 'survey.read')
  const { id } = SurveyOf.parse(input)
  const [row] = await inWorkspace(ctx, (tx) =>
    rows<ReadSurvey>(tx, sql`
      select ${columns}, s.draft as definition, v.definition as published, v.touchpoint_key as "publishedTouchpoint"
      from ${tables}
      left join survey_versions v on v.workspace_id = s.workspace_id and v.survey_id = s.id and v.version = s.published_version
      where s.workspace_id = ${ctx.workspaceId} and s.id = ${id} and s.kind = 'asked' and s.archived_at is null`),
  )
  if (!row) throw notFound('survey')
  return row
}

/** Whose survey is it? `/s/{survey}` names no workspace; null for a survey that nobody has. */
export async function surveyWorkspace(db: Db, surveyId: string): Promise<string | null> {
  const [row] = await asSystem(db, (tx) =>
    rows<{ id: string }>(tx, sql`
      select workspace_id as id
      from survey_keys
      where survey_id = ${surveyId}`),
  )
  return row?.id ?? null
}
