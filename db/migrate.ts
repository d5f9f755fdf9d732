import type { Database } from './database'
import { migrationsFolder } from './root'

/** Brings the schema up to date. Two starters at once apply each migration once; the second waits for the first. */
export async function migrate(database: Database, folder = migrationsFolder()): Promise<void> {
  await database.applyMigrations(folder)
}
