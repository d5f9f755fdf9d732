import { sql } from 'drizzle-orm'
import type { Db, Tx } from './database'

/** One transaction as the app's role inside one workspace: row security shows it nothing else. */
export const asTenant = <T>(db: Db, workspaceId: string, run: (tx: Tx) => Promise<T>): Promise<T> =>
  inRole(db, 'wayfelt_app', workspaceId, run)

/** The same, where all statements see the database at one moment. For reading: two of them that change one row would not wait. */
export const atOnce = <T>(db: Db, workspaceId: string, run: (tx: Tx) => Promise<T>): Promise<T> =>
  inRole(db, 'wayfelt_app', workspaceId, run, { isolationLevel: 'repeatable read' })

/** One transaction as the role that finds out which workspace somebody belongs to, and which has work to do. */
export const asSystem = <T>(db: Db, run: (tx: Tx) => Promise<T>): Promise<T> => inRole(db, 'wayfelt_system', '', run)

function inRole<T>(db: Db, role: string, workspaceId: string, run: (tx: Tx) => Promise<T>, config?: { isolationLevel: 'repeatable read' }): Promise<T> {
  return db.transaction(async (tx) => {
    // The first statement of `run` follows without waiting for this one's answer, which saves a round trip. Should it fail, the
    // transaction is aborted and nothing after it runs. drizzle's queries start at `then`, and a driver takes them over a few
    // microtasks later: only after a whole turn of the loop is this one surely the first in the connection's queue.
    const scoped = tx
      .execute(sql`select set_config('role', ${role}, true), set_config('wayfelt.workspace', ${workspaceId}, true)`)
      .then(() => undefined)
    const inQueue = new Promise((resolve) => setImmediate(resolve))
    const [, result] = await Promise.all([scoped, inQueue.then(() => run(tx))])
    return result
  }, config)
}
