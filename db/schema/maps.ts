import { type AnyPgColumn, bigint, boolean, date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at, workspaceId } from './columns'
import { journeys } from './journeys'

const ofJourney = { workspaceId: workspaceId(), journeyId: uuid('journey_id').notNull() }
const toJourney = (t: Record<'workspaceId' | 'journeyId', AnyPgColumn>) =>
  foreignKey({ columns: [t.workspaceId, t.journeyId], foreignColumns: [journeys.workspaceId, journeys.id] })

/** What a team writes on its map beside the places, as it is published: one value a lane and place. */
export const mapCells = pgTable(
  'map_cells',
  {
    ...ofJourney,
    lane: text('lane').notNull(),
    level: text('level', { enum: ['stage', 'touchpoint'] }).notNull(),
    /** The key of the stage or touchpoint. */
    place: text('place').notNull(),
    value: jsonb('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.journeyId, t.lane, t.level, t.place] }), toJourney(t)],
)

/**
 * The draft of a map: what differs from the published one, a row for each thing that can be changed by itself. Changes of
 * different rows merge by themselves; one of the same row is refused where its revision is not the one that was seen.
 */
export const draftCells = pgTable(
  'draft_cells',
  {
    ...ofJourney,
    /** The path of what is changed, such as `stage/onboarding/name` or `lane/target/stage/onboarding`. */
    cell: text('cell').notNull(),
    /** JSON null stands for "not there". */
    value: jsonb('value').notNull(),
    /** Never goes back, also where the change was taken back: then `gone` is true. */
    revision: integer('revision').notNull(),
    gone: boolean('gone').notNull().default(false),
    changedAt: at('changed_at').notNull(),
    changedBy: uuid('changed_by'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.journeyId, t.cell] }), toJourney(t)],
)

/** Each map that was ever published; once replaced it keeps what it showed. */
export const mapVersions = pgTable(
  'map_versions',
  {
    ...ofJourney,
    version: integer('version').notNull(),
    note: text('note'),
    /** Name, stages, touchpoints and lanes as they were published. */
    document: jsonb('document').notNull(),
    /** The map with its numbers as it stood when the next version took its place. */
    snapshot: jsonb('snapshot'),
    publishedAt: at('published_at').notNull(),
    publishedBy: uuid('published_by'),
    replacedAt: at('replaced_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.journeyId, t.version] }), toJourney(t)],
)

/** Which lanes somebody sees on a map, in which order: theirs alone. */
export const lanePreferences = pgTable(
  'lane_preferences',
  {
    workspaceId: workspaceId(),
    userId: uuid('user_id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    lanes: jsonb('lanes').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId, t.journeyId] }), toJourney(t)],
)

/** A kind of customer, told by rules over attributes. In order: a response belongs to the first one that it fits. */
export const personas = pgTable(
  'personas',
  {
    ...ofJourney,
    key: text('key').notNull(),
    name: text('name').notNull(),
    description: text('description'),
    rules: jsonb('rules').notNull(),
    position: integer('position').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.journeyId, t.key] }), toJourney(t)],
)

/** What a company does to be heard at some stages of a journey. */
export const campaigns = pgTable(
  'campaigns',
  {
    ...ofJourney,
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    channel: text('channel').notNull(),
    /** Whom it is for: the key of a persona, or in words; null for everybody. */
    persona: text('persona'),
    audience: text('audience'),
    stages: text('stages').array().notNull(),
    starts: date('starts', { mode: 'string' }).notNull(),
    /** Last day; null for one that goes on. */
    ends: date('ends', { mode: 'string' }),
    /** In hundredths of the currency. */
    cost: bigint('cost', { mode: 'number' }),
    currency: text('currency'),
    note: text('note'),
    createdAt: at('created_at').notNull(),
    archivedAt: at('archived_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), index('campaigns_journey').on(t.workspaceId, t.journeyId, t.starts), toJourney(t)],
)

/** A comment that somebody chose to show on the map. The words stay with the answer, so that erasing it takes them along. */
export const pinnedQuotes = pgTable(
  'pinned_quotes',
  {
    ...ofJourney,
    responseId: uuid('response_id').notNull(),
    questionId: text('question_id').notNull(),
    pinnedAt: at('pinned_at').notNull(),
    pinnedBy: uuid('pinned_by'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.journeyId, t.responseId, t.questionId] }), toJourney(t)],
)

/** A link by which somebody without an account sees one map: its token is known to whoever has it and stored as a hash only. */
export const shareLinks = pgTable(
  'share_links',
  {
    ...ofJourney,
    id: uuid('id').notNull(),
    tokenHash: text('token_hash').notNull(),
    name: text('name').notNull(),
    /** Period and filter, which whoever opens it cannot change. */
    asked: jsonb('asked').notNull(),
    comments: boolean('comments').notNull(),
    /** May stand in a frame of another site. */
    embed: boolean('embed').notNull(),
    passwordHash: text('password_hash'),
    expiresAt: at('expires_at'),
    revokedAt: at('revoked_at'),
    /** What is shown, renewed only when enough answers came: nobody can tell one answer from two looks. */
    shown: jsonb('shown'),
    shownAt: at('shown_at'),
    opened: integer('opened').notNull().default(0),
    openedAt: at('opened_at'),
    createdAt: at('created_at').notNull(),
    createdBy: uuid('created_by'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), unique('share_links_token').on(t.workspaceId, t.tokenHash), index('share_links_journey').on(t.workspaceId, t.journeyId, t.id), toJourney(t)],
)

/** When a team means to look at a map again, and when it last did. */
export const reviews = pgTable(
  'reviews',
  {
    ...ofJourney,
    everyDays: integer('every_days'),
    nextOn: date('next_on', { mode: 'string' }),
    lastOn: date('last_on', { mode: 'string' }),
    /** A stage without an answer for so many days is marked. */
    staleDays: integer('stale_days').notNull().default(30),
    /** Signs the address of the calendar. */
    calendarKey: text('calendar_key'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.journeyId] }), toJourney(t)],
)
