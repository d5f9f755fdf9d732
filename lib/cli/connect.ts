import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { asc } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#db/open'
import { workspaces } from '#db/schema/directory'
import { asSystem } from '#db/scope'
import type { Context } from '#lib/context'
import { env } from '#lib/env'
import { closeRuntime, runtime } from '#lib/runtime'
import { Stop } from './command'

const BEGIN = 'Start the server once (wayfelt start), or make the demo (wayfelt seed).'

export type Server = { url: string; key: string }
export type Workspace = { id: string; slug: string; kind: 'team' | 'demo' }

const Demo = z.object({ url: z.url(), apiKey: z.string() })

/** The server to talk to: the one that is named, else the demo's while it answers; null when none runs. */
export async function findServer(): Promise<Server | null> {
  const { WAYFELT_URL: url, WAYFELT_API_KEY: key, DATA_DIR } = env()
  if (url && !key) throw new Stop('WAYFELT_URL is set, so WAYFELT_API_KEY must be too. Make a key under Settings, API keys.', 2)
  if (url && key) return { url: url.replace(/\/+$/, ''), key }
  const demo = await readFile(path.resolve(DATA_DIR, 'demo.json'), 'utf8').catch(() => null)
  const read = demo === null ? null : Demo.safeParse(JSON.parse(demo))
  if (!read?.success || !(await answers(read.data.url))) return null
  return { url: read.data.url, key: key ?? read.data.apiKey }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2_000) })
    return response.ok
  } catch {
    return false
  }
}

/** Opens the database of this folder (or DATABASE_URL) for one command; refuses while a server has it. */
export async function withDatabase<T>(run: (db: Db, workspaces: Workspace[]) => Promise<T>): Promise<T> {
  const { DATABASE_URL, DATA_DIR } = env()
  if (!DATABASE_URL && !existsSync(path.resolve(DATA_DIR, 'db'))) throw new Stop(`There is no database in ${DATA_DIR} yet. ${BEGIN}`, 2)
  const { database } = await runtime().catch((error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'DatabaseInUse') throw error
    throw new Stop(`${error.message}\nTo talk to that server instead, set WAYFELT_URL and WAYFELT_API_KEY.`)
  })
  try {
    const { id, slug, kind } = workspaces
    return await run(database.db, await asSystem(database.db, (tx) => tx.select({ id, slug, kind }).from(workspaces).orderBy(asc(slug))))
  } finally {
    await closeRuntime()
  }
}

export const contextOf = (db: Db, { id }: Workspace): Context => ({
  db,
  workspaceId: id,
  actor: { kind: 'system' },
  now: () => new Date(),
})

/** The workspace to work in: as named, else the demo, else the only one. */
export function chooseWorkspace(all: readonly Workspace[], slug: string | undefined): Workspace {
  const usual = all.find((one) => one.kind === 'demo') ?? (all.length === 1 ? all[0] : undefined)
  const chosen = slug === undefined ? usual : all.find((one) => one.slug === slug)
  if (chosen) return chosen
  if (all.length === 0) throw new Stop(`There is no workspace yet. ${BEGIN}`, 2)
  const what = slug === undefined ? 'Say which workspace with --workspace' : `There is no workspace "${slug}"`
  throw new Stop(`${what}: ${all.map((one) => one.slug).join(', ')}.`, 2)
}
