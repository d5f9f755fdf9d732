import { sql } from 'drizzle-orm'
import { boolean, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, workspaceId } from './columns'

/**
 * The ledger of who was asked what and when. A person stands here under a keyed hash of their id and nothing else, also where
 * answers are anonymous: it says that somebody was asked, never what they said.
 */
export const displays = pgTable(
  'displays',
  {
    workspaceId: workspaceId(),
    /** Chosen by whoever showed it, so that a report that comes twice counts once. */
    id: uuid('id').notNull(),
    surveyId: uuid('survey_id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    touchpointKey: text('touchpoint_key').notNull(),
    person: text('person'),
    form: text('form', { enum: ['inline', 'popup', 'slide', 'button', 'page', 'invitation'] }).notNull(),
    shownAt: at('shown_at').notNull(),
    answeredAt: at('answered_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('displays_person').on(t.workspaceId, t.person, t.shownAt).where(sql`${t.person} is not null`),
  ],
)

/** A personal link: whom it asks, about what, until when. Its address holds the id and a signature, nothing of this. */
export const invitations = pgTable(
  'invitations',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    surveyId: uuid('survey_id').notNull(),
    batchId: uuid('batch_id').notNull(),
    person: text('person'),
    attributes: jsonb('attributes'),
    touchpointKey: text('touchpoint_key'),
    channel: text('channel'),
    campaign: text('campaign'),
    language: text('language'),
    singleUse: boolean('single_use').notNull(),
    expiresAt: at('expires_at').notNull(),
    /** Which submission has taken a single-use link; blanked once it is finished where the survey is anonymous. */
    submissionId: uuid('submission_id'),
    usedAt: at('used_at'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('invitations_survey').on(t.workspaceId, t.surveyId, t.id),
    index('invitations_batch').on(t.workspaceId, t.batchId, t.id),
  ],
)
