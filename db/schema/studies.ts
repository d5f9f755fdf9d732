import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, workspaceId } from './columns'

/**
 * What needs pairs of one person's answers (drivers, impact, reach) and so cannot be added up in a tally: counted by a job over
 * the responses of one journey, and read from here until a newer one is done.
 */
export const studies = pgTable(
  'studies',
  {
    workspaceId: workspaceId(),
    journeyId: uuid('journey_id').notNull(),
    state: text('state', { enum: ['waiting', 'running', 'done', 'failed'] }).notNull(),
    /** Responses read so far of how many. */
    progress: jsonb('progress'),
    /** How many answers the journey held when the result was counted, to know how old it has grown. */
    answers: integer('answers'),
    result: jsonb('result'),
    askedAt: at('asked_at').notNull(),
    countedAt: at('counted_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.journeyId] })],
)
