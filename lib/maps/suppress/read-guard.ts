import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Context } from '#lib/context'
import { can } from '#lib/permission'
import { INSTRUMENTS } from '#lib/stats/instruments'
import { type CellQuery, partsOf, readCells, whole } from '../cells'
import { type Counts, type Guard, guardMap, offeredChannels } from './guard'
import type { Stage } from '../journey'
import { listedValues } from '../dimensions/listed-values'
import { stepsOf } from '../steps'

type Query = Pick<CellQuery, 'workspaceId' | 'journeyId' | 'from' | 'to' | 'source'>
type Found = { level: string; place: string; instrument: string; period: string; value: string | null; n: number }

/** The cells of every channel in one question. */
async function readChannelCells(tx: Tx, query: Omit<CellQuery, 'filter'>): Promise<Found[]> {
  const parts = partsOf({ ...query, filter: { dimension: 'channel', value: sql`listed.value` } })
  if (!parts) return []
  const found = await rows<Omit<Found, 'n'> & { n: string }>(tx, sql`
    select cells.level, cells.place, cells.instrument, cells.period, listed.value, sum(cells.n)::text as n
    from (${listedValues(query, 'channel')}) as listed
    join lateral (${parts}) as cells on true
    group by cells.level, cells.place, cells.instrument, cells.period, listed.value
    order by listed.value`)
  return found.map((row) => ({ ...row, n: whole(row.n) }))
}

function countsFrom(found: readonly Found[]): Counts {
  const keyOf = (...parts: (string | null)[]) => JSON.stringify(parts)
  const sums = new Map<string, number>()
  for (const { level, place, instrument, period, value, n } of found) {
    for (const key of [keyOf(level, place, instrument, value, period), keyOf(level, place, instrument, value, null)]) {
      sums.set(key, (sums.get(key) ?? 0) + n)
    }
  }
  return (level, place, instrument, channel, month) => sums.get(keyOf(level, place, instrument, channel, month ?? null)) ?? 0
}

/**
 * What a reader without the right to read single responses is shown of a journey in a fixed period: which channels are on offer,
 * and what is hidden in all of their maps and monthly trends together. Null for everybody else: such a reader could look the
 * answers up, and each map hides what is few on it.
 */
export async function readGuard(tx: Tx, ctx: Context, stages: readonly Stage[], query: Query): Promise<Guard | null> {
  if (can(ctx.actor, 'response.read')) return null
  const { workspaceId, journeyId, from, to, source } = query
  const places = { stage: stages.map((s) => s.key), touchpoint: stages.flatMap((s) => s.touchpoints.map((t) => t.key)) }
  const asked = { workspaceId, journeyId, from, to, source, places, instruments: INSTRUMENTS, every: 'month' } as const
  const all = (await readCells(tx, { ...asked, filter: null })).map(({ tally, ...cell }) => ({ ...cell, value: null, n: tally.n }))
  const each = await readChannelCells(tx, asked)
  const counts = countsFrom([...all, ...each])
  const channels = offeredChannels({ stages, channels: [...new Set(each.flatMap(({ value }) => value ?? []))] }, counts)
  const months = stepsOf({ from, to }, 'month', to).map(({ start }) => start)
  return guardMap({ stages, channels, months }, counts)
}
