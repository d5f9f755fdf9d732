import type { Tx } from '#db/open'
import type { Context } from '#lib/context'
import { fault, invalid } from '#lib/errors'
import { type Instrument, INSTRUMENTS } from '#lib/stats/instruments'
import { K_DEFAULT } from '#lib/stats/measure'
import { complementary, hidden } from '#lib/stats/suppress'
import { DEFAULT_SOURCES } from '../asked'
import { type CellQuery, type Lookup, lookupOf, readCells } from '../cells'
import type { Gone, Guard } from './guard'
import { checkKnown } from '../dimensions/known'
import type { Charted, Stage } from '../journey'

/**
 * Which of the cells beside their total to hide (METRICS 7). What counts in the total and is not listed (an archived touchpoint,
 * answers without a channel) can be found by subtraction like a hidden cell: k answers of it protect the others, fewer need it too.
 */
export function hiddenBeside(total: number, listed: readonly number[], k = K_DEFAULT): boolean[] {
  const rest = Math.max(0, total - listed.reduce((sum, n) => sum + n, 0))
  if (rest >= k) return listed.map((n) => hidden(n, k))
  return complementary(total, [...listed, rest], k).slice(0, listed.length)
}

/** What is hidden of a stage and its touchpoints, each instrument for itself. No total of the journey stands beside its stages. */
export function hiddenAt(stage: Stage, lookup: Lookup): Gone {
  const marks = new Map<Instrument, ReadonlyMap<string, boolean>>()
  for (const instrument of INSTRUMENTS) {
    const cells = stage.touchpoints.map(({ key }) => lookup('touchpoint', key, instrument).n)
    const gone = hiddenBeside(lookup('stage', stage.key, instrument).n, cells)
    marks.set(instrument, new Map(stage.touchpoints.map(({ key }, i) => [key, gone[i] ?? true])))
  }
  return {
    stage: (instrument: Instrument) => hidden(lookup('stage', stage.key, instrument).n, K_DEFAULT),
    touchpoint: (key: string, instrument: Instrument) => marks.get(instrument)?.get(key) ?? true,
  }
}

/** A restricted reader has the sources and the segment of what was shared: no others were looked at together with it. */
function unmaskedBy({ dimension, channels }: Guard, { filter, source }: Pick<CellQuery, 'filter' | 'source'>): string | null {
  const isDefault = source.length === DEFAULT_SOURCES.length && DEFAULT_SOURCES.every((one) => source.includes(one))
  if (!isDefault) return '/source'
  if (filter === null) return null
  if (filter.dimension === dimension && channels.includes(filter.value)) return null
  return filter.dimension === 'channel' || filter.dimension === 'variant' ? `/${filter.dimension}` : '/segment'
}

const unmasks = (pointer: string) =>
  invalid(fault(pointer, 'filter_unmasks', 'This filter could set fewer than {k} answers apart. Choose another one.', { k: K_DEFAULT }))

/**
 * Refuses a filter that is not on offer: what it differs by from the map without it could be about a few people alone. Only for
 * readers who may not read single responses; to all others (no guard) a map says nothing that they could not look up.
 */
export function refuseUnmasking(guard: Guard | null, query: Pick<CellQuery, 'filter' | 'source'>): void {
  const pointer = guard && unmaskedBy(guard, query)
  if (pointer !== null) throw unmasks(pointer)
}

type Group = Pick<CellQuery, 'from' | 'to' | 'filter' | 'source'>

/** Answers at all stages together, an instrument each. */
async function totalsOf(tx: Tx, ctx: Context, { id, stages }: Charted, { from, to, filter, source }: Group): Promise<number[]> {
  const query = { workspaceId: ctx.workspaceId, journeyId: id, from, to, filter, source, instruments: INSTRUMENTS, places: { stage: stages.map((s) => s.key) } }
  const lookup = lookupOf(await readCells(tx, query))
  return INSTRUMENTS.map((instrument) => stages.reduce((sum, { key }) => sum + lookup('stage', key, instrument).n, 0))
}

/** Two totals that are both shown and differ by a few; what is hidden itself can be taken from nothing. */
const isApart = (a: readonly number[], b: readonly number[]) =>
  a.some((n, i) => Math.min(n, b[i] ?? 0) >= K_DEFAULT && hidden(Math.abs(n - (b[i] ?? 0)), K_DEFAULT))

/**
 * The differencing rule, for every reader: which parameter makes a group that leaves 1..k-1 answers of the whole map over, so that
 * the two maps beside each other would be about these few alone. Null where none does.
 */
export async function narrowBy(tx: Tx, ctx: Context, journey: Charted, group: Group): Promise<string | null> {
  const { filter, source } = group
  const usual: readonly string[] = DEFAULT_SOURCES
  const isNested = source.every((one) => usual.includes(one)) || usual.every((one) => source.includes(one))
  const isUsual = isNested && source.length === usual.length
  if (filter === null && (isUsual || !isNested)) return null
  const whole = await totalsOf(tx, ctx, journey, { ...group, filter: null })
  if (filter && isApart(whole, await totalsOf(tx, ctx, journey, group))) {
    return filter.dimension === 'channel' || filter.dimension === 'variant' ? `/${filter.dimension}` : '/segment'
  }
  const isSet = isNested && !isUsual && isApart(whole, await totalsOf(tx, ctx, journey, { ...group, filter: null, source: usual }))
  return isSet ? '/source' : null
}

/** Refuses a filter that the journey's answers are not counted by or never had, and one that would unmask somebody. */
export async function checkGroup(tx: Tx, ctx: Context, journey: Charted, group: Group, at?: string): Promise<void> {
  await checkKnown(tx, ctx, journey, group.filter, at)
  const pointer = await narrowBy(tx, ctx, journey, group)
  if (pointer !== null) throw unmasks(at ?? pointer)
}
