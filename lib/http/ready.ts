import { sql } from 'drizzle-orm'
import { access, constants } from 'node:fs/promises'
import path from 'node:path'
import type { Database } from '#db/open'
import { env } from '#lib/env'

/** What `/readyz` says: may traffic come? Migrations ran before the server listens, so they are done when it answers. */
export function readiness(database: Database) {
  const state = { isOpen: false, reply }

  async function reply(isClosing: boolean) {
    const checks: Record<string, boolean> = { open: state.isOpen && !isClosing }
    checks.database = await database.db.execute(sql`select 1`).then(() => true, () => false)
    if (database.engine === 'embedded') {
      const folder = path.resolve(env().DATA_DIR)
      checks.disk = await access(folder, constants.W_OK).then(() => true, () => false)
      if (env().WAYFELT_DEMO !== 'off') checks.demo = await access(path.join(folder, 'demo.json')).then(() => true, () => false)
    }
    const isReady = Object.values(checks).every(Boolean)
    return {
      status: isReady ? 200 : 503,
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
      body: `${JSON.stringify({ ready: isReady, checks })}\n`,
    }
  }
  return state
}
