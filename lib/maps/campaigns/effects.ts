import { Differences } from '../comparison/differences'
import type { Lookup } from '../cells'
import type { Stage } from '../journey'
import { stageNumbers } from '../numbers'
import type { Compared, PlaceNumbers } from '../types'
import type { Effect, StageEffect } from './types'
import type { Sides, Window } from './windows'

/** Days of the week differ: before one is over, a difference may be that of the days. */
const LEAST_DAYS = 7

const TOO_SHORT = { state: 'too_short', value: null, low: null, high: null, p: null, q: null, isClear: false, isFinal: true } as const

const lookupIn = (side: Sides['during']): Lookup => (_, stage, instrument) => side(stage, instrument)

/**
 * During minus before at every stage of every campaign that has begun (METRICS 3). What is shown together shares one false
 * discovery rate, each metric by itself; where other instruments were asked, emotion is not compared.
 */
export function effectsOf(windows: readonly Window[], sides: readonly Sides[], stages: readonly Stage[]): StageEffect[] {
  const differences = new Differences(null)
  const drafts = windows.flatMap((window, i) => {
    const at = sides[i]
    if (!at) return []
    const [during, before] = [lookupIn(at.during), lookupIn(at.before)]
    return stages.filter(({ key }) => window.stages.includes(key)).map((stage) => {
      // The touchpoints stand in no total here.
      const numbers = (lookup: Lookup): PlaceNumbers => stageNumbers({ ...stage, touchpoints: [] }, lookup, null).stage
      const [a, b] = [numbers(during), numbers(before)]
      const compared = window.days < LEAST_DAYS ? null : differences.place('period', 'stage', stage.key, a, b, during, before)
      return { window, stage: stage.key, a, b, compared }
    })
  })
  differences.settle()
  return drafts.map(({ window: { campaign, days, during, before }, stage, a, b, compared }) => {
    const effect = (metric: 'emotion' | 'nps'): Effect => {
      const found: Omit<Effect, 'during' | 'before'> = compared?.[metric] ?? { metric: a[metric].metric as Compared['metric'], ...TOO_SHORT }
      return { ...found, during: a[metric], before: b[metric] }
    }
    return { campaign, stage, days, during, before, emotion: effect('emotion'), nps: effect('nps') }
  })
}
