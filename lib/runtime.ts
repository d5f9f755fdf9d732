import path from 'node:path'
import { assertDurable, assertWalls } from '#db/guard'
import { migrate } from '#db/migrate'
import { type Database, openDb } from '#db/open'
import { env } from './env'
import { loadSecrets, type Secrets } from './secrets'

export type Runtime = { database: Database; secrets: Secrets }

// server.ts and the pages are two module graphs in one process: what is opened once is shared through globalThis.
const shared = globalThis as typeof globalThis & { wayfeltRuntime?: Promise<Runtime> | undefined }

/** The database and the secrets of this process, opened at first use, migrated and checked. */
export function runtime(): Promise<Runtime> {
  shared.wayfeltRuntime ??= open().catch((error: unknown) => {
    shared.wayfeltRuntime = undefined
    throw error
  })
  return shared.wayfeltRuntime
}

export async function closeRuntime(): Promise<void> {
  const opened = shared.wayfeltRuntime
  shared.wayfeltRuntime = undefined
  await (await opened)?.database.close()
}

async function open(): Promise<Runtime> {
  const { DATABASE_URL: url, DATABASE_POOL: max, DATA_DIR, NEXT_PHASE, NODE_ENV } = env()
  if (NEXT_PHASE === 'phase-production-build') throw new Error('A page asked for the database during the build.')
  const secrets = loadSecrets(env())
  const database = await openDb(url ? { url, max } : { dataDir: path.resolve(DATA_DIR, 'db') })
  try {
    await migrate(database)
    await assertWalls(database)
    if (url && NODE_ENV === 'production') await assertDurable(database)
    return { database, secrets }
  } catch (error) {
    await database.close()
    throw error
  }
}
