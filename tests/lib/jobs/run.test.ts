import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '#db/open'
import { rows } from '#db/rows'
import { asSystem } from '#db/scope'
import { type Context, inWorkspace } from '#lib/context'
import { newId } from '#lib/ids'
import { claimJob, finishJob, LOCK_MS } from '#lib/jobs/claim'
import { type Handlers, JobRunner } from '#lib/jobs/run'
import { sweepOutbox } from '#lib/jobs/sweep'
import { enqueue } from '#lib/queue'
import { onEachEngine } from '../../harness/engines'

onEachEngine((_, open) => {
  let database: Database
  let clock = new Date('2026-01-05T10:00:00Z')
  const now = () => clock
  const later = (ms: number) => (clock = new Date(clock.getTime() + ms))
  const stops: (() => Promise<void>)[] = []
  beforeAll(async () => {
    database = await open()
  })
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop()
    await asSystem(database.db, (tx) => tx.execute(sql`delete from jobs`))
  })

  const ctx = (): Context => ({ db: database.db, workspaceId: newId(), actor: { kind: 'system' }, now })
  const add = (kind: string, payload: Record<string, unknown> = {}, delayMs = 0, at = ctx()) =>
    inWorkspace(at, (tx) => enqueue(tx, at, kind, payload, delayMs))
  const jobs = () =>
    asSystem(database.db, (tx) =>
      rows<{ state: string; attempts: number; error: string | null }>(tx, sql`select state, attempts, error from jobs order by id`),
    )
  function runner(handlers: Handlers) {
    const started = new JobRunner(database.db, handlers, now)
    stops.push(() => started.stop())
    started.start()
    return started
  }
  async function until(isSo: () => Promise<boolean> | boolean, poke?: JobRunner) {
    for (;;) {
      poke?.poke()
      if (await isSo()) return
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  const isDone = async () => (await jobs()).every((job) => job.state === 'done')

  describe('a job', () => {
    it('runs in its own workspace with its payload, once', async () => {
      const [at, seen] = [ctx(), [] as unknown[]]
      await add('greet', { name: 'Ada' }, 0, at)
      const running = runner({ greet: { run: async (own, payload) => void seen.push([own.workspaceId, payload]) } })
      await until(isDone, running)
      expect(seen).toEqual([[at.workspaceId, { name: 'Ada' }]])
    })

    it('is told to be finished only once that is written', async () => {
      const seen: unknown[] = []
      await add('move', { to: 'use' })
      const told = async (payload: unknown) => void seen.push(payload, (await jobs())[0]?.state)
      const running = runner({ move: { run: async () => {}, finished: (_, payload) => void told(payload) } })
      await until(() => seen.length === 2, running)
      expect(seen).toEqual([{ to: 'use' }, 'done'])
    })

    it('of one kind waits for the one before it in its workspace, and keeps no other waiting', async () => {
      const [at, seen] = [ctx(), [] as unknown[]]
      let finish = () => {}
      const long = new Promise<void>((resolve) => (finish = resolve))
      const note = (kind: string) => async (_: unknown, payload: unknown) => {
        seen.push([kind, payload])
        if (kind === 'import' && seen.length === 1) await long
      }
      for (const [kind, n, place] of [['import', 1, at], ['import', 2, at], ['move', 3, at], ['import', 4, ctx()]] as const) {
        await add(kind, { n }, 0, place)
        later(1)
      }
      const running = runner({ import: { run: note('import') }, move: { run: note('move') } })
      await until(() => seen.length === 3, running)
      expect(seen).toEqual([['import', { n: 1 }], ['move', { n: 3 }], ['import', { n: 4 }]])
      finish()
      await until(isDone, running)
      expect(seen.at(-1)).toEqual(['import', { n: 2 }])
    })

    it('goes to one of two runners only', async () => {
      await add('once')
      const claimed = await Promise.all([claimJob(database.db, now()), claimJob(database.db, now())])
      expect(claimed.filter((job) => job !== undefined)).toHaveLength(1)
    })

    it('waits until it is due', async () => {
      await add('later', {}, 60_000)
      expect(await claimJob(database.db, now())).toBeUndefined()
      later(60_000)
      expect(await claimJob(database.db, now())).toMatchObject({ kind: 'later', attempts: 1 })
    })

    it('of a process that died is taken over when its lock has run out, and the dead one can finish it no more', async () => {
      await add('orphan')
      const dead = await claimJob(database.db, now())
      later(LOCK_MS - 1)
      expect(await claimJob(database.db, now())).toBeUndefined()
      later(1)
      expect(await claimJob(database.db, now())).toMatchObject({ kind: 'orphan', attempts: 2 })
      if (dead) await finishJob(database.db, dead, now())
      expect(await jobs()).toMatchObject([{ state: 'running', attempts: 2 }])
    })

    it('that fails is tried again later, five times in all, and then its handler is told', async () => {
      await add('fail')
      const told: string[] = []
      const running = runner({
        fail: {
          run: () => Promise.reject(new Error('no luck')),
          gaveUp: async (_ctx, _job, reason) => void told.push(reason),
        },
      })
      await until(async () => (later(3_600_000), (await jobs())[0]?.state === 'failed'), running)
      expect(await jobs()).toEqual([{ state: 'failed', attempts: 5, error: 'no luck' }])
      expect(told).toEqual(['no luck'])
    })

    it('of an unknown kind fails at once', async () => {
      await add('riddle')
      await until(async () => (await jobs())[0]?.state === 'failed', runner({}))
      expect((await jobs())[0]?.error).toContain('riddle')
    })

    it('is told to stop with the process and left for the next one, without an attempt lost', async () => {
      await add('long')
      let isRunning = false
      const running = runner({
        long: {
          run: (_ctx, _payload, { signal }) =>
            new Promise((resolve) => {
              isRunning = true
              signal.addEventListener('abort', resolve)
            }),
        },
      })
      await until(() => isRunning, running)
      await running.stop()
      expect(await jobs()).toMatchObject([{ state: 'waiting', attempts: 0 }])
    })
  })

  it('The outbox forgets what is older than a week and nothing younger', async () => {
    const [workspaceId, day] = [newId(), 86_400_000]
    await asSystem(database.db, async (tx) => {
      await tx.execute(sql`
        insert into workspaces (id, slug, name, kind, created_at)
        values (${workspaceId}, ${workspaceId}, 'Shop', 'team', ${now().toISOString()}::timestamptz)`)
      for (const age of [8, 6]) {
        const at = new Date(now().getTime() - age * day)
        await tx.execute(sql`
          insert into outbox (workspace_id, id, topic, response_id, created_at)
          values (${workspaceId}, ${newId(at)}, ${`age ${age}`}, ${newId()}, ${at.toISOString()}::timestamptz)`)
      }
    })
    await sweepOutbox(database.db, now())
    const left = await asSystem(database.db, (tx) => rows(tx, sql`select topic from outbox where workspace_id = ${workspaceId}`))
    expect(left).toEqual([{ topic: 'age 6' }])
  })
})
