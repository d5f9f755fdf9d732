import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, workspaceId } from './columns'

/** What happened, written in the commit in which it happened; who delivers it reads in order of id. */
export const outbox = pgTable(
  'outbox',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    topic: text('topic').notNull(),
    responseId: uuid('response_id').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const jobs = pgTable(
  'jobs',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    kind: text('kind').notNull(),
    payload: jsonb('payload').notNull(),
    state: text('state', { enum: ['waiting', 'running', 'done', 'failed'] }).notNull(),
    attempts: integer('attempts').notNull(),
    runAt: at('run_at').notNull(),
    lockedUntil: at('locked_until'),
    progress: jsonb('progress'),
    error: text('error'),
    createdAt: at('created_at').notNull(),
    finishedAt: at('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('jobs_due').on(t.runAt).where(sql`${t.state} in ('waiting', 'running')`),
  ],
)

export const imports = pgTable(
  'imports',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    journeyKey: text('journey_key').notNull(),
    fileName: text('file_name').notNull(),
    flags: jsonb('flags').notNull(),
    state: text('state', { enum: ['receiving', 'waiting', 'running', 'done', 'failed'] }).notNull(),
    rows: integer('rows').notNull(),
    accepted: integer('accepted').notNull(),
    known: integer('known').notNull(),
    changed: integer('changed').notNull(),
    empty: integer('empty').notNull(),
    rejected: integer('rejected').notNull(),
    problems: jsonb('problems').notNull(),
    error: jsonb('error'),
    createdAt: at('created_at').notNull(),
    finishedAt: at('finished_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
