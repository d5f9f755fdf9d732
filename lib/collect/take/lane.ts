import { type Context, inWorkspace } from '#lib/context'
import { publish } from '#lib/live'
import { log } from '#lib/log'
import type { Prepared } from './prepare'
import { retried } from '../retry'
import { pardonsOf, type Receipt, replaysOf, reviseResponse } from './revise'
import { type Taken, takeBatch } from './take'

type Waiting = { prepared: Prepared; resolve: (receipt: Receipt) => void; reject: (error: unknown) => void }

const BATCH = 256
const IN_FLIGHT = 2
// What must wait before a second batch goes beside the first: the fixed cost of a batch is that of some twenty rows.
const GATHERED = 24

/**
 * The submissions of one workspace on their way to the database. With nothing in flight what waits goes at once; while a batch
 * is in flight the next one gathers, so batches grow with the load by themselves and no timer is needed.
 */
export class Lane {
  private waiting: Waiting[] = []
  private revisions: Waiting[] = []
  private inFlight = 0
  private isRevising = false
  private scheduled = false

  constructor(
    private readonly ctx: Context,
    private readonly onIdle: () => void,
  ) {}

  get size(): number {
    return this.waiting.length + this.revisions.length
  }

  get isIdle(): boolean {
    return this.waiting.length === 0 && this.inFlight === 0 && !this.isRevising
  }

  push(prepared: Prepared): Promise<Receipt> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ prepared, resolve, reject })
      this.schedule()
    })
  }

  // After the other sockets that are readable now have been read: what came together goes together.
  private schedule(): void {
    if (this.scheduled) return
    this.scheduled = true
    setImmediate(() => {
      this.scheduled = false
      while (this.waiting.length > 0 && (this.inFlight === 0 || (this.inFlight < IN_FLIGHT && this.waiting.length >= GATHERED))) {
        void this.flush(this.waiting.splice(0, BATCH))
      }
    })
  }

  private async flush(batch: Waiting[]): Promise<void> {
    this.inFlight++
    try {
      await this.write(batch)
    } finally {
      this.inFlight--
      if (this.isIdle) this.onIdle()
      else this.schedule()
    }
  }

  private async write(batch: Waiting[]): Promise<void> {
    let taken: Taken
    try {
      taken = await retried(() => inWorkspace(this.ctx, (tx) => takeBatch(tx, this.ctx, batch.map((w) => w.prepared))))
    } catch (error) {
      if (batch.length === 1) return batch[0]?.reject(error)
      log.warn({ err: error, rows: batch.length }, 'a batch failed and goes row by row')
      // A poisoned row fails alone; the others are not made to suffer.
      for (const waiting of batch) await this.write([waiting])
      return
    }
    const { written, refused } = taken
    const fresh = batch.filter((w) => written.has(w.prepared.id))
    const known = batch.filter((w) => !written.has(w.prepared.id) && !refused.has(w.prepared))
    this.tell(fresh)
    for (const { prepared, resolve } of fresh) resolve({ id: prepared.id, created: true, replayed: false, moved: true })
    if (known.length > 0) await this.settle(known)
    if (refused.size > 0) await this.refuse(batch, refused)
  }

  private async refuse(batch: Waiting[], refused: Taken['refused']): Promise<void> {
    const pardons = await pardonsOf(this.ctx, refused).catch(() => new Map<Prepared, Receipt>())
    for (const { prepared, resolve, reject } of batch) {
      const [pardon, problem] = [pardons.get(prepared), refused.get(prepared)]
      if (pardon) resolve(pardon)
      else if (problem) reject(problem)
    }
  }

  /** What the insert did not take stood there before: a retry, a revision or another content. */
  private async settle(known: Waiting[]): Promise<void> {
    const replays = await replaysOf(this.ctx, known.map((w) => w.prepared)).catch(() => new Map<Prepared, Receipt>())
    for (const waiting of known) {
      const replay = replays.get(waiting.prepared)
      if (replay) waiting.resolve(replay)
      else this.revisions.push(waiting)
    }
    void this.reviseAll()
  }

  // One after the other beside the batches: a revision costs many statements, and new answers are not to wait for it.
  private async reviseAll(): Promise<void> {
    if (this.isRevising) return
    this.isRevising = true
    for (let next = this.revisions.shift(); next; next = this.revisions.shift()) await this.revise(next)
    this.isRevising = false
    if (this.isIdle) this.onIdle()
  }

  private async revise({ prepared, resolve, reject }: Waiting): Promise<void> {
    try {
      const receipt = await retried(() => reviseResponse(this.ctx, prepared))
      if (receipt.moved) this.publish(prepared.known.structure.journeyId, 0)
      resolve(receipt)
    } catch (error) {
      reject(error)
    }
  }

  private tell(fresh: Waiting[]): void {
    const perJourney = new Map<string, number>()
    for (const { prepared } of fresh) {
      const { journeyId } = prepared.known.structure
      perJourney.set(journeyId, (perJourney.get(journeyId) ?? 0) + 1)
    }
    for (const [journeyId, answers] of perJourney) this.publish(journeyId, answers)
  }

  private publish(journeyId: string, answers: number): void {
    publish({ workspaceId: this.ctx.workspaceId, journeyId, answers })
  }
}
