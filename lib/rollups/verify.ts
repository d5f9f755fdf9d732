import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { allow } from '#lib/permission'
import { counterColumns } from './apply'
import { REBUILT, recounted } from './recount'
import { differingEvents, replaceEvents } from './verify-events'

export type Difference = { journey: string; table: string; cell: string; stored: string | null; recounted: string | null }

const LISTED = 100

const counters = (alias: string) => sql.raw(['n', ...Array.from({ length: 11 }, (_, i) => `c${i}`), 's', 'q'].map((c) => `${alias}.${c}`).join(', '))

/**
 * Tables that were just filled have no statistics yet: the planner then takes them for empty and compares each row with each.
 * Ruled out, that plan has a price that Postgres would compile the whole query for, at a second and more a time.
 */
const planForAll = (tx: Tx) => tx.execute(sql`select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true)`)

const journeysOf = (ctx: Context) =>
  inWorkspace(ctx, (tx) =>
    rows<{ id: string; key: string }>(tx, sql`
      select id, key
      from journeys
      where workspace_id = ${ctx.workspaceId}
      order by key`),
  )

/**
 * Recount every journey of the workspace from its raw answers and events and compare with the stored tallies, cell by cell.
 * Returns the journeys looked at and up to 100 differing cells a table; none is the only good result.
 */
export async function verifyTallies(ctx: Context): Promise<{ journeys: number; differences: Difference[] }> {
  // It reads every answer there is: nothing to be started by whoever may only look.
  allow(ctx, 'response.write')
  const journeys = await journeysOf(ctx)
  const differences: Difference[] = []
  for (const journey of journeys) {
    for (const [table, { keys, from }] of Object.entries(REBUILT)) {
      const cell = sql.raw(keys.map((k) => `coalesce(t.${k}, f.${k})::text`).join(` || ' ' || `))
      const same = sql.raw(keys.map((k) => `t.${k} = f.${k}`).join(' and '))
      const found = await inWorkspace(ctx, async (tx) => {
        await planForAll(tx)
        return rows<{ cell: string; stored: string | null; recounted: string | null }>(tx, sql`
          with ${recounted(ctx.workspaceId, journey.id)},
          fresh as (${from}),
          stored as (
            select *
            from ${sql.raw(table)}
            where workspace_id = ${ctx.workspaceId} and journey_id = ${journey.id} and n + abs(s) + q > 0
          )
          select ${cell} as cell, row(${counters('t')})::text as stored, row(${counters('f')})::text as recounted
          from stored t
          full join fresh f on ${same}
          where row(${counters('t')}) is distinct from row(${counters('f')})
          limit ${LISTED}`)
      })
      differences.push(...found.map((row) => ({ journey: journey.key, table, ...row })))
    }
    const events = await inWorkspace(ctx, (tx) => differingEvents(tx, ctx.workspaceId, journey.id, LISTED))
    differences.push(...events.map((row) => ({ journey: journey.key, table: 'tally_events', ...row })))
  }
  return { journeys: journeys.length, differences }
}

/** Replace the tallies of the workspace by a recount; only for when verify has found a difference. */
export async function rebuildTallies(ctx: Context): Promise<{ journeys: number }> {
  allow(ctx, 'response.write')
  const journeys = await journeysOf(ctx)
  for (const journey of journeys) {
    await inWorkspace(ctx, async (tx) => {
      await planForAll(tx)
      for (const table of [...Object.keys(REBUILT), 'tally_events']) await tx.execute(sql`lock table ${sql.raw(table)} in share row exclusive mode`)
      for (const [table, { keys, from }] of Object.entries(REBUILT)) {
        await tx.execute(sql`
          delete from ${sql.raw(table)}
          where workspace_id = ${ctx.workspaceId} and journey_id = ${journey.id}`)
        await tx.execute(sql`
          with ${recounted(ctx.workspaceId, journey.id)},
          fresh as (${from})
          insert into ${sql.raw(table)} (workspace_id, journey_id, ${sql.raw(keys.join(', '))}, ${counterColumns})
          select ${ctx.workspaceId}::uuid, ${journey.id}::uuid, ${sql.raw(keys.join(', '))}, ${counterColumns}
          from fresh`)
      }
      await replaceEvents(tx, ctx.workspaceId, journey.id)
    })
  }
  return { journeys: journeys.length }
}
