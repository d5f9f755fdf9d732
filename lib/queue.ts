import type { Tx } from '#db/open'
import { jobs } from '#db/schema/work'
import type { Context } from './context'
import { newId } from './ids'

/** Put work on the job list in the same transaction as what asked for it. `lib/jobs` runs it. */
export async function enqueue(tx: Tx, ctx: Context, kind: string, payload: Record<string, unknown>, delayMs = 0): Promise<string> {
  const now = ctx.now()
  const id = newId(now)
  await tx.insert(jobs).values({
    workspaceId: ctx.workspaceId,
    id,
    kind,
    payload,
    state: 'waiting',
    attempts: 0,
    runAt: new Date(now.getTime() + delayMs),
    createdAt: now,
  })
  return id
}

const shared = globalThis as typeof globalThis & { wayfeltWake?: () => void }

/** The job runner of this process asks to be told when there is work. */
export const onWake = (wake: (() => void) | undefined): void => void (shared.wayfeltWake = wake)

/** Say, after the commit, that there is work now; without a runner here another process finds it soon. */
export const wake = (): void => shared.wayfeltWake?.()
