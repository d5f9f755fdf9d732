import type { Db } from '#db/open'
import type { Context } from '#lib/context'
import { errorWords, log } from '#lib/log'
import { claimJob, extendLock, failJob, finishJob, type Job, LOCK_MS, noteProgress, releaseJob, retryJob } from './claim'

export type JobCall = { id: string; signal: AbortSignal; progress: (done: number) => Promise<void> }

export type Handler = {
  /** May be called again after a crash or a failure: it must be able to repeat itself. Throws to be tried again later. */
  run: (ctx: Context, payload: unknown, call: JobCall) => Promise<unknown>
  /** Told after it was written that the job is done. */
  finished?: (ctx: Context, payload: unknown) => void
  /** Told once when the last attempt has failed. */
  gaveUp?: (ctx: Context, job: { id: string; payload: unknown }, reason: string) => Promise<void>
}

export type Handlers = Readonly<Record<string, Handler>>

const ATTEMPTS = 5
const POLL_MS = 2_000
const AT_ONCE = 4

/** 5 s, 25 s, 2 min, 10 min. */
const backoffMs = (attempts: number) => 1_000 * 5 ** Math.min(attempts, 4)

/** Runs the work on the job list, a few at once, until it is stopped. Several processes may each have one. */
export class JobRunner {
  readonly #db: Db
  readonly #handlers: Handlers
  readonly #now: () => Date
  readonly #stopping = new AbortController()
  readonly #running = new Map<Promise<void>, Job>()
  #turning: Promise<void> | undefined
  #wake: (() => void) | undefined
  #isPoked = false

  constructor(db: Db, handlers: Handlers, now: () => Date) {
    this.#db = db
    this.#handlers = handlers
    this.#now = now
  }

  start(): void {
    this.#turning ??= this.#turn()
  }

  /** There may be work now. */
  poke(): void {
    this.#isPoked = true
    this.#wake?.()
  }

  /** Claims nothing more, tells what runs to stop, and waits for it. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    this.poke()
    await this.#turning
    await Promise.all(this.#running.keys())
  }

  async #turn(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const job = this.#running.size < AT_ONCE ? await this.#claim() : undefined
      if (!job) {
        await this.#rest()
        continue
      }
      const running = this.#run(job).finally(() => {
        this.#running.delete(running)
        this.poke()
      })
      this.#running.set(running, job)
    }
  }

  async #claim(): Promise<Job | undefined> {
    try {
      return await claimJob(this.#db, this.#now(), [...this.#running.values()].map(({ workspaceId, kind }) => ({ workspaceId, kind })))
    } catch (error) {
      log.error({ err: error }, 'the job list could not be read')
      return undefined
    }
  }

  async #rest(): Promise<void> {
    if (!this.#isPoked) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, POLL_MS)
        this.#wake = () => (clearTimeout(timer), resolve())
      })
    }
    this.#isPoked = false
    this.#wake = undefined
  }

  async #run(job: Job): Promise<void> {
    const ctx: Context = { db: this.#db, workspaceId: job.workspaceId, actor: { kind: 'system' }, now: this.#now }
    const keeping = setInterval(() => void extendLock(this.#db, job, this.#now()).catch(() => undefined), LOCK_MS / 3)
    try {
      const handler = this.#handlers[job.kind]
      if (!handler) return await failJob(this.#db, job, this.#now(), `No handler for ${job.kind}.`)
      await this.#attempt(ctx, job, handler)
    } catch (error) {
      // The lock runs out and the job is taken up again.
      log.error({ err: error, job: job.id, kind: job.kind }, 'the end of a job could not be written')
    } finally {
      clearInterval(keeping)
    }
  }

  async #attempt(ctx: Context, job: Job, handler: Handler): Promise<void> {
    const { signal } = this.#stopping
    try {
      if (job.attempts > ATTEMPTS) throw new Error('The process ended each time while this job ran.')
      await handler.run(ctx, job.payload, { id: job.id, signal, progress: (done) => noteProgress(this.#db, job, done) })
      // Whoever was told to stop may have left work undone: it is run once more, which harms nothing.
      if (signal.aborted) return await releaseJob(this.#db, job, this.#now())
      await finishJob(this.#db, job, this.#now())
      handler.finished?.(ctx, job.payload)
    } catch (error) {
      const reason = errorWords(error).message.slice(0, 500)
      if (signal.aborted) return releaseJob(this.#db, job, this.#now())
      if (job.attempts < ATTEMPTS) return retryJob(this.#db, job, this.#now(), backoffMs(job.attempts), reason)
      log.error({ err: error, job: job.id, kind: job.kind }, 'a job has failed for the last time')
      await handler.gaveUp?.(ctx, job, reason)
      await failJob(this.#db, job, this.#now(), reason)
    }
  }
}
