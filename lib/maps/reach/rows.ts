import { K_DEFAULT } from '#lib/stats/measure'
import { hideRate, ratesOf, type ReachCounts } from '#lib/stats/reach'
import { hidden } from '#lib/stats/suppress'
import type { Stage } from '../journey'
import { hiddenBeside } from '../suppress/suppress-map'
import type { Reach } from './types'

export type CountsAt = (touchpoint: string) => ReachCounts

const KINDS = ['exposed', 'started', 'completed', 'converted'] as const

const sumAt = (keys: readonly string[], at: CountsAt): ReachCounts =>
  keys.map(at).reduce((sum, one) => Object.fromEntries(KINDS.map((kind) => [kind, sum[kind] + one[kind]])) as ReachCounts, {
    exposed: 0, started: 0, completed: 0, converted: 0,
  })

type Hidden = { exposed: boolean; started: boolean }

function rowOf(stage: string, touchpoint: string | null, counts: ReachCounts, gone: Hidden, tellsConversion: boolean): Reach {
  const { responseRate, dropOff, conversion } = ratesOf(counts, tellsConversion)
  return {
    stage,
    touchpoint,
    exposed: gone.exposed ? null : counts.exposed,
    responseRate: gone.exposed ? hideRate(responseRate) : responseRate,
    dropOff: gone.started ? hideRate(dropOff) : dropOff,
    conversion: gone.exposed ? hideRate(conversion) : conversion,
  }
}

/**
 * A row a stage, then one for each of its touchpoints. A stage is the sum of all that stand in it today, archived ones too. What
 * is few is hidden as answers are (METRICS 7), by what each rate is a share of. `of`: the same without the filter by channel.
 */
export function reachOf(stages: readonly Stage[], stageOf: Readonly<Record<string, string>>, at: CountsAt, of: CountsAt): Reach[] {
  const inStage = (stage: string) => Object.keys(stageOf).filter((key) => stageOf[key] === stage)
  const all = stages.flatMap(({ key }) => inStage(key))
  const [shown, whole] = [sumAt(all, at), sumAt(all, of)]
  // A channel that leaves a few over would tell of these few, held against the map of all.
  const isApart = (base: keyof Hidden) => hidden(whole[base] - shown[base], K_DEFAULT)
  const apart = { exposed: isApart('exposed'), started: isApart('started') }
  const tells = whole.converted > 0
  return stages.flatMap(({ key: stage, touchpoints }) => {
    const total = sumAt(inStage(stage), at)
    const marks = (base: keyof Hidden) => hiddenBeside(total[base], touchpoints.map(({ key }) => at(key)[base]))
    const [exposed, started] = [marks('exposed'), marks('started')]
    const goneAt = (base: keyof Hidden, isHidden: boolean, n: number) => isHidden || (n > 0 && apart[base])
    const here = (base: keyof Hidden) => goneAt(base, hidden(total[base], K_DEFAULT), total[base])
    return [
      rowOf(stage, null, total, { exposed: here('exposed'), started: here('started') }, tells),
      ...touchpoints.map(({ key }, i) => {
        const counts = at(key)
        const gone = { exposed: goneAt('exposed', exposed[i] ?? true, counts.exposed), started: goneAt('started', started[i] ?? true, counts.started) }
        return rowOf(stage, key, counts, gone, tells)
      }),
    ]
  })
}
