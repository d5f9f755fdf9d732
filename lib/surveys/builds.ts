import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { widgetBuilds } from '#db/schema/directory'
import { asSystem } from '#db/scope'
import { runtime } from '#lib/runtime'
import { widgetScript } from './bundle'

/** `path` gives just these bytes for ever; `integrity` is what a page writes beside it so that it takes no others. */
export type WidgetBuild = { hash: string; integrity: string; path: string; code: string }

const digest = (name: string, code: string) => createHash(name).update(code)

const described = (code: string): WidgetBuild => {
  const hash = digest('sha256', code).digest('hex').slice(0, 20)
  return { hash, integrity: `sha384-${digest('sha384', code).digest('base64')}`, path: `/widget/${hash}.js`, code }
}

async function current(): Promise<WidgetBuild> {
  const build = described(await widgetScript())
  const { db } = (await runtime()).database
  // Kept before anybody can have read its name.
  await asSystem(db, (tx) =>
    tx
      .insert(widgetBuilds)
      .values({ hash: build.hash, code: build.code, builtAt: sql`now()` })
      .onConflictDoNothing(),
  )
  return build
}

let made: Promise<WidgetBuild> | undefined

/** The widget as this version of ours makes it. */
export function widgetBuild(): Promise<WidgetBuild> {
  made ??= current().catch((error: unknown) => {
    made = undefined
    throw error
  })
  return made
}

const HASH = /^[0-9a-f]{20}$/

/** A build that was served once, by this version or by one before it; null for none. */
export async function findBuild(hash: string): Promise<WidgetBuild | null> {
  if (!HASH.test(hash)) return null
  const latest = await widgetBuild()
  if (latest.hash === hash) return latest
  const { db } = (await runtime()).database
  const [row] = await asSystem(db, (tx) => tx.select({ code: widgetBuilds.code }).from(widgetBuilds).where(eq(widgetBuilds.hash, hash)))
  return row ? described(row.code) : null
}
