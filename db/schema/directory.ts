import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at, workspaceId } from './columns'
import { bytea } from './types'

// Small reference tables: who exists, not what anybody answered. On Citus they are copied to every node.

export const users = pgTable('users', {
  id: uuid('id').primaryKey(),
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  passwordHash: text('password_hash'),
  sessionVersion: integer('session_version').notNull().default(1),
  createdAt: at('created_at').notNull(),
})

export const identities = pgTable(
  'identities',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    userId: uuid('user_id').notNull().references(() => users.id, { onDelete: 'cascade' }),
    createdAt: at('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] })],
)

export const workspaces = pgTable(
  'workspaces',
  {
    id: uuid('id').primaryKey(),
    slug: text('slug').notNull().unique(),
    name: text('name').notNull(),
    kind: text('kind', { enum: ['team', 'demo'] }).notNull(),
    /** Signs links and view tokens, and makes the pseudonyms; kept with the data, so that both outlive a change of AUTH_SECRET. */
    signingKey: bytea('signing_key')
      .notNull()
      .default(sql`decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')`),
    /** How often one person may be asked; null: the usual. */
    caps: jsonb('caps'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [check('workspaces_kind', sql`${t.kind} in ('team', 'demo')`)],
)

/** `/s/{survey}` names only the survey: this says whose it is. */
export const surveyKeys = pgTable('survey_keys', {
  surveyId: uuid('survey_id').primaryKey(),
  workspaceId: workspaceId(),
})

export const members = pgTable(
  'members',
  {
    workspaceId: workspaceId(),
    userId: uuid('user_id').notNull(),
    role: text('role', { enum: ['owner', 'editor', 'viewer'] }).notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.userId] }),
    foreignKey({ columns: [t.userId], foreignColumns: [users.id] }).onDelete('cascade'),
    check('members_role', sql`${t.role} in ('owner', 'editor', 'viewer')`),
  ],
)

export const apiKeys = pgTable(
  'api_keys',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    hash: bytea('hash').notNull(),
    hint: text('hint').notNull(),
    scopes: text('scopes').array().notNull(),
    createdAt: at('created_at').notNull(),
    createdBy: uuid('created_by'),
    revokedAt: at('revoked_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), unique('api_keys_hash').on(t.workspaceId, t.hash)],
)

/** Every build of the widget that was ever served: a page that named one with its hash keeps getting just that. */
export const widgetBuilds = pgTable('widget_builds', {
  hash: text('hash').primaryKey(),
  code: text('code').notNull(),
  builtAt: at('built_at').notNull(),
})
