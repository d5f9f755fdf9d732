import { sql } from 'drizzle-orm'
import type { Db } from '#db/open'
import { asTenant } from '#db/scope'
import { log } from '#lib/log'
import type { Share } from './knock'

const GATHER_MS = 5_000

// Visits that wait to be written: a map in the frame of a busy page is opened more often than one row can be changed.
const waiting = new Map<string, number>()

async function write(db: Db, { workspaceId, id }: Share, times: number, at: Date): Promise<void> {
  await asTenant(db, workspaceId, (tx) => tx.execute(sql`
    update share_links
    set opened = opened + ${times}, opened_at = greatest(coalesce(opened_at, ${at.toISOString()}::timestamptz), ${at.toISOString()}::timestamptz)
    where workspace_id = ${workspaceId} and id = ${id}`))
}

/** Counts a visit: the first at once, those that follow within seconds together. */
export async function countOpened(db: Db, share: Share, now: Date): Promise<void> {
  const there = waiting.get(share.id)
  if (there !== undefined) return void waiting.set(share.id, there + 1)
  waiting.set(share.id, 0)
  setTimeout(() => {
    const times = waiting.get(share.id) ?? 0
    waiting.delete(share.id)
    if (times > 0) write(db, share, times, now).catch((error: unknown) => log.error({ err: error }, 'visits of a share link were not counted'))
  }, GATHER_MS).unref()
  await write(db, share, 1, now)
}
