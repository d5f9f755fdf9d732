import type { LaneBook } from '#lib/journeys/document/schema'
import type { Measured } from '#lib/stats/measure'
import type { MapStage } from '../types'
import type { Belief, Beliefs, TargetGap, TargetMetric, Verdict } from './types'

type Told = Measured & { value: number; low: number; high: number }

/** Only what is shown and has 30 answers is held against anything: a verdict on fewer would give them away, or be chance. */
const isTold = (m: Measured): m is Told => !m.suppressed && !m.lowN && m.value !== null && m.low !== null && m.high !== null

/**
 * Assumed a, measured m with its 95 % interval from l to h, all unrounded: as assumed where l <= a <= h, better where a < l, worse where
 * a > h. No test beside it: the interval is the one that is drawn, so what the eye sees is what the word says.
 * Example: m = -7, l = -12, h = -1 and a = 35 -> worse, gap -42.
 */
export function verdictOf(assumed: number | null, m: Measured): { verdict: Verdict; gap: number | null } | null {
  const isEmpty = m.n === 0
  if (assumed === null) return isEmpty || m.suppressed ? null : { verdict: 'measured', gap: null }
  if (isEmpty) return { verdict: 'assumed_only', gap: null }
  if (!isTold(m)) return { verdict: 'too_few', gap: null }
  const gap = m.value - assumed
  if (assumed < m.low) return { verdict: 'better', gap }
  return { verdict: assumed > m.high ? 'worse' : 'as_assumed', gap }
}

function targetGap(stage: string, metric: TargetMetric, target: number, m: Measured): TargetGap {
  const own = { stage, metric, target }
  if (m.n === 0) return { ...own, gap: null, lies: 'no_answers' }
  if (!isTold(m)) return { ...own, gap: null, lies: 'too_few' }
  const lies = m.high < target ? 'below' : m.low > target ? 'above' : 'around'
  return { ...own, gap: m.value - target, lies }
}

const METRICS: readonly TargetMetric[] = ['emotion', 'nps', 'csat', 'ces']

/** What the team assumed and means to reach, held against what is shown of each stage and touchpoint, in the order of the map. */
export function holdBeliefs(stages: readonly MapStage[], { assumed, target }: Pick<LaneBook, 'assumed' | 'target'>): Beliefs {
  const at = (stage: string, touchpoint: string | null, m: Measured): Belief[] => {
    const believed = (touchpoint === null ? assumed.stage[stage] : assumed.touchpoint[touchpoint])?.index ?? null
    const held = verdictOf(believed, m)
    return held ? [{ stage, touchpoint, assumed: believed, ...held }] : []
  }
  return {
    places: stages.flatMap(({ key, emotion, touchpoints }) => [
      ...at(key, null, emotion),
      ...touchpoints.filter(({ overall }) => !overall).flatMap((t) => at(key, t.key, t.emotion)),
    ]),
    targets: stages.flatMap((stage) =>
      METRICS.flatMap((metric) => {
        const goal = target.stage[stage.key]?.[metric]
        return goal === undefined ? [] : [targetGap(stage.key, metric, goal, stage[metric])]
      }),
    ),
  }
}
