import { sql } from 'drizzle-orm'
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at, workspaceId } from './columns'
import { bytea } from './types'

// No foreign keys on the ingest path: one statement writes all of a batch or nothing, and `wayfelt verify` recounts.

/** Outlives its response: a replay after an erasure is known and stores nothing. */
export const submissions = pgTable(
  'submissions',
  {
    workspaceId: workspaceId(),
    surveyId: uuid('survey_id').notNull(),
    submissionId: uuid('submission_id').notNull(),
    responseId: uuid('response_id').notNull(),
    revision: integer('revision').notNull(),
    contentHash: bytea('content_hash'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.surveyId, t.submissionId] })],
)

export const responses = pgTable(
  'responses',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    structure: integer('structure').notNull(),
    surveyId: uuid('survey_id').notNull(),
    surveyVersion: integer('survey_version').notNull(),
    submissionId: uuid('submission_id').notNull(),
    placeRevision: integer('place_revision').notNull(),
    touchpointKey: text('touchpoint_key').notNull(),
    source: text('source', { enum: ['survey', 'staff', 'social', 'import', 'import-estimate'] }).notNull(),
    channel: text('channel'),
    variant: text('variant'),
    campaign: text('campaign'),
    language: text('language'),
    person: text('person'),
    attributes: jsonb('attributes'),
    hiddenFields: jsonb('hidden_fields'),
    meta: jsonb('meta'),
    /** The personal link that it came by; forgotten where the survey is anonymous. */
    invitationId: uuid('invitation_id'),
    finished: boolean('finished').notNull(),
    /** Not counted, because of what looked wrong (`held_for`), until somebody has looked at it. */
    held: boolean('held').notNull().default(false),
    heldFor: text('held_for').array(),
    reviewedAt: at('reviewed_at'),
    reviewedBy: uuid('reviewed_by'),
    scoring: integer('scoring').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    occurredAt: at('occurred_at').notNull(),
    receivedAt: at('received_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('responses_survey').on(t.workspaceId, t.surveyId, t.id),
    index('responses_person').on(t.workspaceId, t.person).where(sql`${t.person} is not null`),
    index('responses_named').on(t.workspaceId, t.surveyId, t.day, t.id).where(sql`${t.person} is not null`),
    index('responses_held').on(t.workspaceId, t.surveyId, t.id).where(sql`${t.heldFor} is not null`),
  ],
)

/** A score in steps of its scale (hundredths for sentiment), a text, or what was chosen. The stage is never stored: a touchpoint may move. */
export const answers = pgTable(
  'answers',
  {
    workspaceId: workspaceId(),
    responseId: uuid('response_id').notNull(),
    questionId: text('question_id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    touchpointKey: text('touchpoint_key').notNull(),
    instrument: text('instrument', { enum: ['nps', 'csat', 'ces', 'sentiment', 'comment', 'emotions', 'choice', 'choices', 'short', 'consent'] }).notNull(),
    score: integer('score'),
    /** The question ran the other way (CES 1.0: low = easy); tallies count the score turned round. */
    reversed: boolean('reversed').notNull().default(false),
    body: text('body'),
    /** Ids of what was chosen: options, emotion words, or yes or no of a consent. */
    chosen: text('chosen').array(),
    /** Of a text alone: the day that its response counts on, so that texts are read by their days. */
    day: date('day', { mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.responseId, t.questionId] }),
    index('answers_comments').on(t.workspaceId, t.journeyId, t.touchpointKey, t.day, t.responseId).where(sql`${t.body} is not null`),
  ],
)

export const events = pgTable(
  'events',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    surveyId: uuid('survey_id').notNull(),
    eventId: uuid('event_id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    touchpointKey: text('touchpoint_key').notNull(),
    kind: text('kind').notNull(),
    channel: text('channel'),
    person: text('person'),
    occurredAt: at('occurred_at').notNull(),
    receivedAt: at('received_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), unique('events_once').on(t.workspaceId, t.surveyId, t.eventId), index('events_journey').on(t.workspaceId, t.journeyId, t.kind, t.touchpointKey, t.person)],
)
