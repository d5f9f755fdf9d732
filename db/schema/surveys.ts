import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, workspaceId } from './columns'
import { journeys } from './journeys'

export const surveys = pgTable(
  'surveys',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    touchpointKey: text('touchpoint_key'),
    name: text('name').notNull(),
    kind: text('kind', { enum: ['asked', 'import'] }).notNull(),
    state: text('state', { enum: ['draft', 'live', 'closed'] }).notNull(),
    draft: jsonb('draft').notNull(),
    publishedVersion: integer('published_version'),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
    archivedAt: at('archived_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.journeyId], foreignColumns: [journeys.workspaceId, journeys.id] }),
    index('surveys_journey').on(t.workspaceId, t.journeyId),
    check('surveys_state', sql`${t.state} in ('draft', 'live', 'closed')`),
    check('surveys_kind', sql`${t.kind} in ('asked', 'import')`),
  ],
)

/** What was published, never changed later: an answer keeps the wording it saw. */
export const surveyVersions = pgTable(
  'survey_versions',
  {
    workspaceId: workspaceId(),
    surveyId: uuid('survey_id').notNull(),
    version: integer('version').notNull(),
    touchpointKey: text('touchpoint_key'),
    definition: jsonb('definition').notNull(),
    publishedAt: at('published_at').notNull(),
    publishedBy: uuid('published_by'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.surveyId, t.version] }),
    foreignKey({ columns: [t.workspaceId, t.surveyId], foreignColumns: [surveys.workspaceId, surveys.id] }),
  ],
)

/** When a survey began and ceased to take answers: what explains afterwards why somebody was, or was not, asked. */
export const surveyStates = pgTable(
  'survey_states',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    surveyId: uuid('survey_id').notNull(),
    state: text('state', { enum: ['live', 'closed', 'archived'] }).notNull(),
    version: integer('version').notNull(),
    at: at('at').notNull(),
    by: uuid('by'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.surveyId], foreignColumns: [surveys.workspaceId, surveys.id] }),
    index('survey_states_survey').on(t.workspaceId, t.surveyId, t.id),
  ],
)
