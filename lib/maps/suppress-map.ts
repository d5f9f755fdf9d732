import { Problem } from '#lib/errors'
import { type Instrument, INSTRUMENTS } from '#lib/stats/instruments'
import { K_DEFAULT } from '#lib/stats/measure'
import { complementary, hidden } from '#lib/stats/suppress'
import type { Lookup } from './cells'
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

/**
 * Refuses a filter that leaves out 1..k-1 answers of a place: the difference to the unfiltered map would be about them alone.
 * Only for readers who may not read single responses; to all others such a map says nothing that they could not look up.
 */
export function refuseNarrowFilter(stages: readonly Stage[], all: Lookup, filtered: Lookup): void {
  const places = stages.flatMap((s) => [['stage', s.key] as const, ...s.touchpoints.map((t) => ['touchpoint', t.key] as const)])
  const isNarrow = places.some(([level, key]) =>
    INSTRUMENTS.some((i) => hidden(Math.abs(all(level, key, i).n - filtered(level, key, i).n), K_DEFAULT)),
  )
  if (isNarrow) throw new Problem('forbidden', `This filter sets fewer than ${K_DEFAULT} answers apart. Choose a wider one.`)
}
