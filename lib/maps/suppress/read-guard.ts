import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Context } from '#lib/context'
import { can } from '#lib/permission'
import { INSTRUMENTS } from '#lib/stats/instruments'
import { type CellQuery, partsOf, readCells, whole } from '../cells'
import { type Counts, type Guard, guardBeside, guardMap, offeredChannels } from './guard'
import type { Charted, Stage } from '../journey'
import type { Filter } from '../types'
import { listedValues } from '../dimensions/listed-values'
import { stepsOf } from '../steps'

type Query = Pick<CellQuery, 'workspaceId' | 'journeyId' | 'from' | 'to' | 'source'>
type Found = { level: string; place: string; instrument: string; period: string; value: string | null; n: number }

/** The cells of every value of a dimension in one question. */
async function readValueCells(tx: Tx, dimension: string, query: Omit<CellQuery, 'filter'>): Promise<Found[]> {
  const parts = partsOf({ ...query, filter: { dimension, value: sql`listed.value` } })
  if (!parts) return []
  const found = await rows<Omit<Found, 'n'> & { n: string }>(tx, sql`
    select cells.level, cells.place, cells.instrument, cells.period, listed.value, sum(cells.n)::text as n
    from (${listedValues(query, dimension)}) as listed
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

type Read = { asked: Omit<CellQuery, 'filter'>; all: readonly Found[]; span: { stages: readonly Stage[] } }

async function readAll(tx: Tx, stages: readonly Stage[], { workspaceId, journeyId, from, to, source }: Query): Promise<Read> {
  const places = { stage: stages.map((s) => s.key), touchpoint: stages.flatMap((s) => s.touchpoints.map((t) => t.key)) }
  const asked = { workspaceId, journeyId, from, to, source, places, instruments: INSTRUMENTS, every: 'month' } as const
  const all = (await readCells(tx, { ...asked, filter: null })).map(({ tally, ...cell }) => ({ ...cell, value: null, n: tally.n }))
  return { asked, all, span: { stages } }
}

/** The values of a dimension that are on offer, and the counts by which that is told. */
async function readOffered(tx: Tx, dimension: string, { asked, all, span }: Read): Promise<{ counts: Counts; channels: string[] }> {
  const each = await readValueCells(tx, dimension, asked)
  const counts = countsFrom([...all, ...each])
  return { counts, channels: offeredChannels({ ...span, channels: [...new Set(each.flatMap(({ value }) => value ?? []))] }, counts) }
}

/**
 * What a reader without the right to read single responses is shown of a journey in a fixed period: which channels are on offer,
 * and what is hidden in all of their maps and monthly trends together. Null for everybody else: such a reader could look the
 * answers up, and each map hides what is few on it. A share link may be fixed to a value of another dimension.
 */
export async function readGuard(tx: Tx, ctx: Context, stages: readonly Stage[], query: Query, filter: Filter | null = null): Promise<Guard | null> {
  if (can(ctx.actor, 'response.read')) return null
  const read = await readAll(tx, stages, query)
  const { counts, channels } = await readOffered(tx, 'channel', read)
  const months = stepsOf(query, 'month', query.to).map(({ start }) => start)
  const base = guardMap({ stages, channels, months }, counts)
  if (ctx.actor.kind !== 'share' || filter === null || filter.dimension === 'channel') return base
  const own = await readOffered(tx, filter.dimension, read)
  return guardBeside(base, filter.dimension, { stages, channels: own.channels }, own.counts)
}

/** By what a share link can be fixed, dimension by dimension: the values that set nobody apart. */
export async function readLinkOffers(tx: Tx, { stages, dimensions }: Pick<Charted, 'stages' | 'dimensions'>, query: Query): Promise<{ dimension: string; values: string[] }[]> {
  const read = await readAll(tx, stages, query)
  const offers: { dimension: string; values: string[] }[] = []
  // One read for each dimension that was declared, of which there are few.
  for (const dimension of dimensions) offers.push({ dimension, values: (await readOffered(tx, dimension, read)).channels })
  return offers
}
