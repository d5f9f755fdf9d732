import { sql } from 'drizzle-orm'
import type { Db } from '#db/open'
import { rows } from '#db/rows'
import { asSystem } from '#db/scope'

export type Job = { workspaceId: string; id: string; kind: string; payload: unknown; attempts: number }

/** A dead process's job is taken over when its lock has run out. */
export const LOCK_MS = 30_000

const iso = (at: Date, ms = 0) => new Date(at.getTime() + ms).toISOString()

/**
 * The job that is due longest, locked for us; no two runners get the same one. What is `busy` here already is passed over, so
 * that a workspace's long imports keep neither its moves nor other workspaces waiting.
 */
export const claimJob = (db: Db, now: Date, busy: readonly Pick<Job, 'workspaceId' | 'kind'>[] = []): Promise<Job | undefined> =>
  asSystem(db, async (tx) => {
    const [job] = await rows<Job>(tx, sql`
      update jobs
      set state = 'running', attempts = attempts + 1, locked_until = ${iso(now, LOCK_MS)}::timestamptz
      where (workspace_id, id) = (
        select workspace_id, id
        from jobs
        where state in ('waiting', 'running')
          and run_at <= ${iso(now)}::timestamptz
          and (state = 'waiting' or locked_until <= ${iso(now)}::timestamptz)
          and not exists (
            select 1
            from json_to_recordset(${JSON.stringify(busy)}::json) as b ("workspaceId" uuid, kind text)
            where b."workspaceId" = jobs.workspace_id and b.kind = jobs.kind)
        order by run_at
        limit 1
        for update skip locked)
      returning workspace_id as "workspaceId", id, kind, payload, attempts`)
    return job
  })

const change = (db: Db, { workspaceId, id, attempts }: Job, set: ReturnType<typeof sql>): Promise<void> =>
  asSystem(db, async (tx) => {
    // Whoever lost its lock to another runner has an older attempt in hand, and changes nothing any more.
    await tx.execute(sql`
      update jobs
      set ${set}
      where workspace_id = ${workspaceId} and id = ${id} and state = 'running' and attempts = ${attempts}`)
  })

export const extendLock = (db: Db, job: Job, now: Date) =>
  change(db, job, sql`locked_until = ${iso(now, LOCK_MS)}::timestamptz`)

export const noteProgress = (db: Db, job: Job, done: number) =>
  change(db, job, sql`progress = ${JSON.stringify({ done })}::jsonb`)

export const finishJob = (db: Db, job: Job, now: Date) =>
  change(db, job, sql`state = 'done', locked_until = null, finished_at = ${iso(now)}::timestamptz`)

export const failJob = (db: Db, job: Job, now: Date, error: string) =>
  change(db, job, sql`state = 'failed', locked_until = null, error = ${error}, finished_at = ${iso(now)}::timestamptz`)

export const retryJob = (db: Db, job: Job, now: Date, delayMs: number, error: string) =>
  change(db, job, sql`state = 'waiting', locked_until = null, error = ${error}, run_at = ${iso(now, delayMs)}::timestamptz`)

/** A stop is no attempt: the next process takes the job up at once. */
export const releaseJob = (db: Db, job: Job, now: Date) =>
  change(db, job, sql`state = 'waiting', locked_until = null, attempts = attempts - 1, run_at = ${iso(now)}::timestamptz`)
