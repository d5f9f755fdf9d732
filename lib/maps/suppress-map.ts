import { fault, invalid } from '#lib/errors'
import { type Instrument, INSTRUMENTS } from '#lib/stats/instruments'
import { K_DEFAULT } from '#lib/stats/measure'
import { complementary, hidden } from '#lib/stats/suppress'
import { DEFAULT_SOURCES } from './asked'
import type { CellQuery, Lookup } from './cells'
import type { Gone, Guard } from './guard'
import type { Stage } from './journey'

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
function unmaskedBy({ channels }: Guard, { filter, source }: Pick<CellQuery, 'filter' | 'source'>): string | null {
  const isDefault = source.length === DEFAULT_SOURCES.length && DEFAULT_SOURCES.every((one) => source.includes(one))
  if (!isDefault) return '/source'
  if (filter === null) return null
  if (filter.dimension !== 'channel') return filter.dimension === 'variant' ? '/variant' : '/segment'
  return channels.includes(filter.value) ? null : '/channel'
}

/**
 * Refuses a filter that is not on offer: what it differs by from the map without it could be about a few people alone. Only for
 * readers who may not read single responses; to all others (no guard) a map says nothing that they could not look up.
 */
export function refuseUnmasking(guard: Guard | null, query: Pick<CellQuery, 'filter' | 'source'>): void {
  const pointer = guard && unmaskedBy(guard, query)
  if (pointer === null) return
  throw invalid(fault(pointer, 'filter_unmasks', `This filter could set fewer than ${K_DEFAULT} answers apart. Choose another one.`))
}
