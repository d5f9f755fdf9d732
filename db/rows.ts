import type { SQL } from 'drizzle-orm'
import type { Db, Tx } from './database'

/** The rows of a statement; one engine answers with an array, the other with an object around it. */
export async function rows<T>(db: Db | Tx, query: SQL): Promise<T[]> {
  const result: unknown = await db.execute(query)
  return Array.isArray(result) ? [...result] : (result as { rows: T[] }).rows
}
