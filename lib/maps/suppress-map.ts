import type { Tx } from '#db/open'
import type { Context } from '#lib/context'
import { Problem } from '#lib/errors'
import { can } from '#lib/permission'
import { type Instrument, INSTRUMENTS } from '#lib/stats/instruments'
import { K_DEFAULT } from '#lib/stats/measure'
import { complementary, hidden } from '#lib/stats/suppress'
import { DEFAULT_SOURCES } from './asked'
import { type CellQuery, type Lookup, lookupOf, readCells } from './cells'
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
export function hiddenAt(stage: Stage, lookup: Lookup) {
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

/** Does the filter set 1..k-1 answers of some place apart from all of them? */
export function isNarrow(stages: readonly Stage[], all: Lookup, filtered: Lookup): boolean {
  const places = stages.flatMap((s) => [['stage', s.key] as const, ...s.touchpoints.map((t) => ['touchpoint', t.key] as const)])
  return places.some(([level, key]) =>
    INSTRUMENTS.some((i) => hidden(Math.abs(all(level, key, i).n - filtered(level, key, i).n), K_DEFAULT)),
  )
}

/**
 * Refuses a narrow channel or source: its difference to the unfiltered map would be about a few people alone. Only for readers
 * who may not read single responses; to all others such a map says nothing that they could not look up.
 */
export async function refuseNarrowFilter(tx: Tx, ctx: Context, stages: readonly Stage[], query: CellQuery): Promise<void> {
  if (can(ctx.actor, 'response.read')) return
  const whole = { ...query, instruments: INSTRUMENTS, every: undefined }
  const all = lookupOf(await readCells(tx, { ...whole, filter: null, source: DEFAULT_SOURCES }))
  if (!isNarrow(stages, all, lookupOf(await readCells(tx, whole)))) return
  throw new Problem('forbidden', `This filter sets fewer than ${K_DEFAULT} answers apart. Choose a wider one.`)
}
