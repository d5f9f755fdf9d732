import type { Database } from './database'
import { openEmbedded, openMemory } from './embedded/open'
import { openPostgres } from './postgres'

export type { Database, Db, Tx } from './database'

export type DatabaseConfig = { url: string; max?: number } | { dataDir: string } | { memory: true }

/** Opens the engine that the settings ask for. A memory database is for tests and stands migrated already. */
export async function openDb(config: DatabaseConfig): Promise<Database> {
  if ('url' in config) return openPostgres(config)
  if ('dataDir' in config) return openEmbedded(config.dataDir)
  return openMemory()
}
