import { chmodSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import type { Database, Db } from '../database'
import { parsers } from '../wire'
import { assertSyncReached, DurableFS } from './fs'
import { takeLock } from './lock'
import { startInMemory } from './memory'
import { applyMigrations } from './migrate'
import { layFolder } from './template'
import { startUpkeep } from './upkeep'

/** Opens a folder as its one owner, with commits that are on disk before they are acknowledged; or says why it cannot. */
export async function openEmbedded(dataDir: string): Promise<Database> {
  const release = takeLock(`${dataDir}.lock`)
  try {
    await layFolder(dataDir)
    // The engine makes files that everybody may read, and they hold what people wrote.
    chmodSync(dataDir, 0o700)
    const fs = new DurableFS(dataDir)
    const pg = await PGlite.create({ fs, parsers, startParams: durableStart })
    await assertSyncReached(pg, fs)
    const stopUpkeep = startUpkeep(pg)
    return database(pg, async () => {
      stopUpkeep()
      await pg.close()
      release()
    })
  } catch (error) {
    release()
    throw error
  }
}

export async function openMemory(): Promise<Database> {
  const pg = await startInMemory()
  return database(pg, () => pg.close())
}

// As the engine starts itself, but without -F (fsync off), and with the sync call that DurableFS answers.
const durableStart = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['fsync=on', 'synchronous_commit=on', 'wal_sync_method=fsync'].flatMap((setting) => ['-c', setting]),
]

function database(pg: PGlite, close: () => Promise<void>): Database {
  return {
    engine: 'embedded',
    db: drizzle(withOurParsers(pg)) as unknown as Db,
    applyMigrations: (folder) => applyMigrations(pg, folder),
    close,
  }
}

type Queries = Pick<PGlite, 'query' | 'transaction'>

/** drizzle hands its own parsers along with each query and so hides ours; only its row mode is passed on. */
function withOurParsers(pg: Queries): PGlite {
  const even = (queries: Pick<PGlite, 'query'>) => ({
    query: (text: string, values: unknown[], options?: { rowMode?: 'array' | 'object' }) =>
      queries.query(text, values, { rowMode: options?.rowMode }),
  })
  const all = { ...even(pg), transaction: (run: (tx: object) => Promise<unknown>) => pg.transaction((tx) => run(even(tx))) }
  return all as unknown as PGlite
}
