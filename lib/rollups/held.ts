import { type SQL, sql } from 'drizzle-orm'

const MARK = '-held'

/**
 * The source under which tallies count answers that are held back: one of their own, so that whoever sums a source leaves them
 * out by itself, and how many there are is one more sum.
 */
export const heldSource = (source: string): string => `${source}${MARK}`

/** Where a response counts: under its source, or apart from it while it is held back. */
export const countedSource = ({ source, held }: { source: string; held: boolean }): string => (held ? heldSource(source) : source)

/** The same of a row of `responses` in SQL. */
export const countedSourceOf = (table: SQL): SQL => sql`case when ${table}.held then ${table}.source || ${MARK}::text else ${table}.source end`

/** Of cells that count for something shown, in SQL. */
export const isNotHeld: SQL = sql`source not like ${`%${MARK}`}`
