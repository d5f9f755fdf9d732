import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** What both engines are to the rest of the house. A `Tx` is a `Db`, so that a verb works inside or outside of one. */
export type Db = PgDatabase<PgQueryResultHKT>
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

export type Database = {
  engine: 'postgres' | 'embedded'
  db: Db
  /** Applies a drizzle-kit folder once, however many starters there are. Call `migrate` instead. */
  applyMigrations(folder: string): Promise<void>
  /** Words between the processes that share this database; the embedded engine has one process only. */
  news?: { listen(hear: (text: string) => void): Promise<() => Promise<void>>; notify(text: string): Promise<unknown> }
  close(): Promise<void>
}
