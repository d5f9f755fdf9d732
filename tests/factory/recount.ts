import { sql } from 'drizzle-orm'
import { rows } from '#db/rows'
import { recountMoved } from '#lib/collect/recount/recount'
import { type Context, inWorkspace } from '#lib/context'

/** What the waiting jobs are to do, in their order; they wait no more. */
export const takeJobs = (ctx: Context): Promise<unknown[]> =>
  inWorkspace(ctx, async (tx) =>
    (await rows<{ payload: unknown }>(tx, sql`
      with gone as (delete from jobs returning *)
      select payload
      from gone
      order by run_at, id`)).map(({ payload }) => payload))

/** Counts anew as these jobs say. */
export async function recount(ctx: Context, jobs: readonly unknown[]): Promise<void> {
  for (const job of jobs) await recountMoved(ctx, job, { signal: new AbortController().signal, progress: async () => {} })
}

/** Counts anew whatever waits. */
export const finishRecounts = async (ctx: Context): Promise<void> => recount(ctx, await takeJobs(ctx))

/** NPS answers at the stage `buy` by each value of a dimension, whatever month; what counts for nothing any more is left out. */
export const countedBy = (ctx: Context, dimension: string): Promise<Record<string, number>> =>
  inWorkspace(ctx, async (tx) => {
    const found = await rows<{ value: string; n: number }>(tx, sql`
      select value, sum(n)::int as n
      from tally_segments
      where workspace_id = ${ctx.workspaceId} and dimension = ${dimension} and level = 'stage' and place = 'buy' and instrument = 'nps' and grain = 'month'
      group by value
      having sum(n) > 0`)
    return Object.fromEntries(found.map(({ value, n }) => [value, n]))
  })
