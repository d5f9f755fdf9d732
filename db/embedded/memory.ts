import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { migrationsFolder } from '../root'
import { parsers } from '../wire'
import { applyMigrations } from './migrate'
import { cacheFolder, engineVersion, putInPlace } from './template'

/** A migrated engine in memory. The migrations run once for each state of their folder; after that a dump is loaded. */
export async function startInMemory(): Promise<PGlite> {
  const file = path.join(cacheFolder(), `migrated-${engineVersion()}-${migrationsHash()}.tar.gz`)
  if (existsSync(file)) return PGlite.create({ loadDataDir: new File([readFileSync(file)], 'dump.tar.gz'), parsers })
  const pg = await PGlite.create({ parsers })
  await applyMigrations(pg, migrationsFolder())
  await keepDump(pg, file)
  return pg
}

async function keepDump(pg: PGlite, file: string) {
  const dump = await pg.dumpDataDir('gzip')
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    const beside = `${file}.${randomUUID()}`
    writeFileSync(beside, Buffer.from(await dump.arrayBuffer()))
    putInPlace(beside, file)
  } catch {
    // Nowhere to keep it: the next one migrates again, which is slower and nothing else.
  }
}

function migrationsHash(): string {
  const folder = migrationsFolder()
  const hash = createHash('sha256')
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.sql') || name.endsWith('_journal.json')) hash.update(name).update(readFileSync(path.join(folder, name)))
  }
  return hash.digest('hex').slice(0, 16)
}
