import type { Db } from '#db/open'
import type { Context } from '#lib/context'
import { Problem } from '#lib/errors'
import { type Sentence, sentence } from '#lib/sentence'
import type { Origin, Submission } from '../input'
import { PUBLIC } from '../input'
import { Lane } from './lane'
import { prepare } from './prepare'
import { pardonsOf, type Receipt } from './revise'

// What fits into memory and is written within a second or two; more is refused at once instead of kept waiting.
const MOST_WAITING = 10_000
const MOST_A_WORKSPACE = 5_000

/** Takes submissions of all workspaces and acknowledges each after the commit that holds it. One a process. */
export class Collector {
  private lanes = new Map<string, Lane>()
  private isClosed = false
  private drained: (() => void) | undefined

  constructor(private readonly db: Db) {}

  /**
   * Store one parsed submission, once. Throws a Problem: not_found, survey_closed, forbidden, validation_failed, conflict (of a
   * personal link), idempotency_key_reused, rate_limited, overloaded.
   */
  async submit(ctx: Context, body: Submission, origin: Origin = PUBLIC): Promise<Receipt> {
    if (this.isClosed) throw busy(sentence('The server is stopping. Try again in a moment.'))
    const prepared = await prepare(ctx, body, origin).catch((error: unknown) => this.pardonOr(ctx, body, error))
    if ('replayed' in prepared) return prepared
    const lane = this.laneOf(ctx)
    if (lane.size >= MOST_A_WORKSPACE || this.waiting >= MOST_WAITING) throw busy(sentence('More answers are coming in than can be stored. Try again in a moment.'))
    const receipt = await lane.push(prepared)
    if (!receipt.created) prepared.forgive()
    return receipt
  }

  private async pardonOr(ctx: Context, body: Submission, refusal: unknown): Promise<Receipt> {
    if (!(refusal instanceof Problem)) throw refusal
    const refused = { sent: body }
    const pardon = (await pardonsOf(ctx, new Map([[refused, refusal]]))).get(refused)
    if (pardon) return pardon
    throw refusal
  }

  get waiting(): number {
    let sum = 0
    for (const lane of this.lanes.values()) sum += lane.size
    return sum
  }

  /** Take nothing more, and come back when all that was taken is committed. */
  close(): Promise<void> {
    this.isClosed = true
    if (this.lanes.size === 0) return Promise.resolve()
    return new Promise((resolve) => (this.drained = resolve))
  }

  private laneOf({ workspaceId, now }: Context): Lane {
    const found = this.lanes.get(workspaceId)
    if (found) return found
    const ctx: Context = { db: this.db, workspaceId, actor: { kind: 'system' }, now }
    const lane: Lane = new Lane(ctx, () => {
      this.lanes.delete(workspaceId)
      if (this.lanes.size === 0) this.drained?.()
    })
    this.lanes.set(workspaceId, lane)
    return lane
  }
}

const busy = (said: Sentence) => new Problem('overloaded', said, { headers: { 'retry-after': '1' } })

const shared = globalThis as typeof globalThis & { wayfeltCollector?: { db: Db; collector: Collector } }

/** The collector of this process; server.ts and the pages share it through globalThis. */
export function collector(db: Db): Collector {
  if (shared.wayfeltCollector?.db !== db) shared.wayfeltCollector = { db, collector: new Collector(db) }
  return shared.wayfeltCollector.collector
}
