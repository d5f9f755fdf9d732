import { sql } from 'drizzle-orm'
import { boolean, check, date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
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
    /** The map that is published, from 1. */
    version: integer('version').notNull().default(1),
    /** Counts every change of the draft. */
    draftRevision: integer('draft_revision').notNull().default(0),
    /** What the journey is for, as its people show it: drivers and impact are measured against it. */
    outcome: jsonb('outcome'),
    /** The days that later periods are compared with. */
    baseline: jsonb('baseline'),
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
 * which it was counted, so its tallies can always be taken back exactly, also while a move or a new dimension is under way.
 */
export const structures = pgTable(
  'structures',
  {
    ...ofJourney,
    structure: integer('structure').notNull(),
    stageOf: jsonb('stage_of').$type<Record<string, string>>().notNull(),
    /** What answers are also counted by, one value at a time: channel, variant, or the name of an attribute. */
    dimensions: text('dimensions').array().notNull().default(sql`'{channel}'::text[]`),
    /** How responses are told apart into personas, in order: the dimension of that name counts by it. */
    personas: jsonb('personas'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.journeyId, t.structure] }),
    foreignKey({ columns: [t.workspaceId, t.journeyId], foreignColumns: [journeys.workspaceId, journeys.id] }),
  ],
)

/** An attribute that answers are counted by. Older answers are brought over by a job; until it is ready nobody is shown it. */
export const dimensions = pgTable(
  'dimensions',
  {
    ...ofJourney,
    name: text('name').notNull(),
    createdAt: at('created_at').notNull(),
    readyAt: at('ready_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.journeyId, t.name] }),
    foreignKey({ columns: [t.workspaceId, t.journeyId], foreignColumns: [journeys.workspaceId, journeys.id] }),
  ],
)

/** What happened on a day that may explain a change; drawn on every trend. */
export const annotations = pgTable(
  'annotations',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    kind: text('kind', { enum: ['release', 'incident', 'price', 'campaign', 'note'] }).notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    /** Last day, where it took longer than one. */
    until: date('until', { mode: 'string' }),
    /** Where it belongs to one stage only. */
    stageKey: text('stage_key'),
    title: text('title').notNull(),
    body: text('body'),
    createdAt: at('created_at').notNull(),
    createdBy: uuid('created_by'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.journeyId], foreignColumns: [journeys.workspaceId, journeys.id] }),
    index('annotations_day').on(t.workspaceId, t.journeyId, t.day),
    check('annotations_kind', sql`${t.kind} in ('release', 'incident', 'price', 'campaign', 'note')`),
  ],
)
