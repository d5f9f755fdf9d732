import { sql } from 'drizzle-orm'
import type { Db } from '#db/open'
import { asSystem } from '#db/scope'
import { sweepUploads } from '#lib/imports/upload'
import { log } from '#lib/log'

const KEPT_MS = 7 * 86_400_000
const HOUR_MS = 3_600_000

/** The least id of its millisecond: ids are UUIDv7, so what is older stands before it in the primary key. */
function firstId(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/** Forgets what the outbox told a week ago, by each workspace's own stretch of the key: the table is never read whole. */
export const sweepOutbox = (db: Db, now: Date): Promise<void> =>
  asSystem(db, async (tx) => {
    await tx.execute(sql`
      delete from outbox o
      using workspaces w
      where o.workspace_id = w.id and o.id < ${firstId(new Date(now.getTime() - KEPT_MS))}::uuid`)
  })

export function sweepEveryHour(db: Db): () => void {
  const sweep = () =>
    void Promise.all([sweepOutbox(db, new Date()), sweepUploads(new Date())]).catch((error: unknown) =>
      log.error({ err: error }, 'the hourly clearing up failed'),
    )
  const timer = setInterval(sweep, HOUR_MS)
  timer.unref()
  sweep()
  return () => clearInterval(timer)
}
