import { boolean, foreignKey, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at, workspaceId } from './columns'

export const journeys = pgTable(
  'journeys',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    timeZone: text('time_zone').notNull(),
    structure: integer('structure').notNull(),
    createdAt: at('created_at').notNull(),
    archivedAt: at('archived_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), unique('journeys_key').on(t.workspaceId, t.key)],
)

const ofJourney = { workspaceId: workspaceId(), journeyId: uuid('journey_id').notNull() }

export const stages = pgTable(
  'stages',
  {
    ...ofJourney,
    key: text('key').notNull(),
    name: text('name').notNull(),
    position: integer('position').notNull(),
    archivedAt: at('archived_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.journeyId, t.key] }),
    foreignKey({ columns: [t.workspaceId, t.journeyId], foreignColumns: [journeys.workspaceId, journeys.id] }),
  ],
)

export const touchpoints = pgTable(
  'touchpoints',
  {
    ...ofJourney,
    key: text('key').notNull(),
    stageKey: text('stage_key').notNull(),
    name: text('name').notNull(),
    channel: text('channel'),
    overall: boolean('overall').notNull(),
    position: integer('position').notNull(),
    archivedAt: at('archived_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.journeyId, t.key] }),
    foreignKey({
      columns: [t.workspaceId, t.journeyId, t.stageKey],
      foreignColumns: [stages.workspaceId, stages.journeyId, stages.key],
    }),
  ],
)

/**
 * Which stage each touchpoint stood in, one row a structure that ever held. A response remembers the structure under
 * which it was counted, so its tallies can always be taken back exactly, also while a move is still under way.
 */
export const structures = pgTable(
  'structures',
  {
    ...ofJourney,
    structure: integer('structure').notNull(),
    stageOf: jsonb('stage_of').$type<Record<string, string>>().notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.journeyId, t.structure] }),
    foreignKey({ columns: [t.workspaceId, t.journeyId], foreignColumns: [journeys.workspaceId, journeys.id] }),
  ],
)
