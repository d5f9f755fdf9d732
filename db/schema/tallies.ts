import { sql } from 'drizzle-orm'
import { type AnyPgColumn, check, date, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { count, counters, workspaceId } from './columns'

const place = () => ({
  level: text('level', { enum: ['stage', 'touchpoint'] }).notNull(),
  place: text('place').notNull(),
  instrument: text('instrument', { enum: ['nps', 'csat', 'ces', 'sentiment', 'text', 'emotion'] }).notNull(),
  source: text('source').notNull(),
})

// A counter below zero means that something was taken back twice: the transaction fails instead of the number.
const neverNegative = (name: string, t: Record<'n' | `c${number}`, AnyPgColumn>) =>
  check(
    name,
    sql`least(${t.n}, ${t.c0}, ${t.c1}, ${t.c2}, ${t.c3}, ${t.c4}, ${t.c5}, ${t.c6}, ${t.c7}, ${t.c8}, ${t.c9}, ${t.c10}) >= 0`,
  )

export const tallyDays = pgTable(
  'tally_days',
  {
    workspaceId: workspaceId(),
    journeyId: uuid('journey_id').notNull(),
    ...place(),
    day: date('day', { mode: 'string' }).notNull(),
    ...counters(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.journeyId, t.level, t.place, t.instrument, t.source, t.day] }),
    neverNegative('tally_days_counts', t),
  ],
)

export const tallyMonths = pgTable(
  'tally_months',
  {
    workspaceId: workspaceId(),
    journeyId: uuid('journey_id').notNull(),
    ...place(),
    month: date('month', { mode: 'string' }).notNull(),
    ...counters(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.journeyId, t.level, t.place, t.instrument, t.source, t.month] }),
    neverNegative('tally_months_counts', t),
  ],
)

/** The same by one dimension value at a time (channel, …), never the cross product. */
export const tallySegments = pgTable(
  'tally_segments',
  {
    workspaceId: workspaceId(),
    journeyId: uuid('journey_id').notNull(),
    dimension: text('dimension').notNull(),
    value: text('value').notNull(),
    ...place(),
    grain: text('grain', { enum: ['day', 'month'] }).notNull(),
    period: date('period', { mode: 'string' }).notNull(),
    ...counters(),
  },
  (t) => [
    primaryKey({
      columns: [t.workspaceId, t.journeyId, t.dimension, t.value, t.level, t.place, t.instrument, t.source, t.grain, t.period],
    }),
    neverNegative('tally_segments_counts', t),
  ],
)

/** What happened around surveys (exposed, started, completed, converted, …), counted by touchpoint, day and month. */
export const tallyEvents = pgTable(
  'tally_events',
  {
    workspaceId: workspaceId(),
    journeyId: uuid('journey_id').notNull(),
    grain: text('grain', { enum: ['day', 'month'] }).notNull(),
    period: date('period', { mode: 'string' }).notNull(),
    touchpointKey: text('touchpoint_key').notNull(),
    kind: text('kind').notNull(),
    /** '' where none was named: a key holds no null. */
    channel: text('channel').notNull(),
    n: count('n'),
  },
  (t) => [
    // The period stands before the place: a map reads all places of some months and days.
    primaryKey({ columns: [t.workspaceId, t.journeyId, t.grain, t.period, t.touchpointKey, t.kind, t.channel] }),
    check('tally_events_counts', sql`${t.n} >= 0`),
  ],
)
