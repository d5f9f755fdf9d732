import { randomUUID } from 'node:crypto'
import { closeSync, cpSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { projectRoot } from '../root'

/** A new database folder, complete or not there at all: made beside, synced, then renamed. The caller holds the lock. */
export async function layFolder(dataDir: string): Promise<void> {
  if (existsSync(path.join(dataDir, 'PG_VERSION'))) return
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) {
    throw new Error(`${path.resolve(dataDir)} is not empty and holds no database; move it away or name another folder.`)
  }
  const beside = `${dataDir}.new`
  rmSync(beside, { recursive: true, force: true })
  mkdirSync(path.dirname(dataDir), { recursive: true })
  const template = await templateFolder()
  if (template) cpSync(template, beside, { recursive: true })
  else await initFolder(beside)
  syncTree(beside)
  renameSync(beside, dataDir)
  sync(path.dirname(dataDir))
}

/** initdb takes seconds and copying its result a tenth of one, so it is done once for each version of the engine. */
async function templateFolder(): Promise<string | null> {
  const folder = path.join(cacheFolder(), `pglite-${engineVersion()}`)
  if (existsSync(folder)) return folder
  const beside = `${folder}.${randomUUID()}`
  try {
    mkdirSync(beside, { recursive: true })
  } catch {
    return null
  }
  await initFolder(beside)
  return putInPlace(beside, folder)
}

/** Two processes may make the same thing at once: the first rename stays, and what the second made is as good. */
export function putInPlace(beside: string, place: string): string {
  try {
    renameSync(beside, place)
  } catch (error) {
    rmSync(beside, { recursive: true, force: true })
    if (!existsSync(place)) throw error
  }
  return place
}

async function initFolder(folder: string) {
  const pg = await PGlite.create(folder)
  await pg.close()
}

/** Not in git and not data: what can be made again. */
export const cacheFolder = (): string => path.join(projectRoot(), 'node_modules', '.cache', 'wayfelt')

export function engineVersion(): string {
  const file = path.join(projectRoot(), 'node_modules', '@electric-sql', 'pglite', 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

function syncTree(folder: string) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) syncTree(file)
    else sync(file)
  }
  sync(folder)
}

function sync(file: string) {
  const fd = openSync(file, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
