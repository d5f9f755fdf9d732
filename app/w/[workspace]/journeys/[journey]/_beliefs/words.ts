import type { Belief, TargetGap, Verdict } from '#lib/maps/beliefs/types'
import type { JourneyMap } from '#lib/maps/types'
import { roundHalfAway } from '#lib/stats/round'
import type { Say } from '#lib/words/say'
import type { useWords } from '#words'
import type { PointBelief } from './point'

type Words = { t: ReturnType<typeof useWords<'map'>>; say: Say }
type Written = Pick<JourneyMap, 'beliefs' | 'lanes'>

const beliefAt = ({ beliefs }: Written, stage: string, touchpoint: string | null) =>
  beliefs.places.find((place) => place.touchpoint === touchpoint && (touchpoint !== null || place.stage === stage))

/** The word under a stage's name; null where nothing was assumed. */
export function verdictAt(map: Written, stage: string, touchpoint: string | null = null): Exclude<Verdict, 'measured'> | null {
  const verdict = beliefAt(map, stage, touchpoint)?.verdict
  return verdict === undefined || verdict === 'measured' ? null : verdict
}

export const TONES = { as_assumed: 'neutral', better: 'better', worse: 'worse', too_few: 'neutral', assumed_only: 'neutral' } as const

/** How far a target is away, in whole points: always said where it is known, whichever side the interval lies on. */
export const gapOf = ({ gap }: Pick<TargetGap, 'gap'>): { way: 'below' | 'above' | 'met'; gap: number } => {
  const size = Math.abs(roundHalfAway(gap ?? 0))
  return { way: size === 0 ? 'met' : (gap ?? 0) < 0 ? 'below' : 'above', gap: size }
}

/** The gap beside a target, "3 below", and whether the interval holds it, "in reach"; '' where too few answered to say. */
export function gapTexts(t: Words['t'], target: TargetGap): [gap: string, within: string] {
  if (target.gap === null) return ['', '']
  const { way, gap } = gapOf(target)
  return [way === 'met' ? '' : t(`scores.${way}`, { gap }), target.lies === 'around' ? t('scores.within') : '']
}

/** Both in one. */
export const gapText = (t: Words['t'], target: TargetGap): string => gapTexts(t, target).filter(Boolean).join(', ')

function targetWords(one: TargetGap, { t, say }: Words): string {
  const { target, lies } = one
  const said = { target: say.index(target), ...gapOf(one) }
  return lies === 'below' || lies === 'around' || lies === 'above' ? t(`says.${lies}`, said) : t('says.target', said)
}

/** Everything the team wrote of a point of the curve. */
export function pointBelief(map: Written, words: Words, stage: string, touchpoint: string | null = null): PointBelief {
  const { t, say } = words
  const level = touchpoint === null ? 'stage' : 'touchpoint'
  const key = touchpoint ?? stage
  const belief = beliefAt(map, stage, touchpoint)
  const target = touchpoint === null ? map.beliefs.targets.find((one) => one.stage === stage && one.metric === 'emotion') : undefined
  const isMoment = map.lanes.moment[level][key] === true
  const because = map.lanes.assumed[level][key]?.because
  const says = [
    isMoment && t('says.moment'),
    belief?.assumed != null && t('says.assumed', { index: say.index(belief.assumed), verdict: t(`verdict.${belief.verdict}`) }),
    target && targetWords(target, words),
  ].filter((part) => typeof part === 'string')
  return { assumed: belief?.assumed ?? null, target: target?.target ?? null, isMoment, says: [says.join('; '), because && t('says.because', { text: because })].filter(Boolean).join('. ') }
}

/** What is contradicted, the largest gap first; at the same size as on the map. */
export const contradicted = (places: readonly Belief[]): (Belief & { assumed: number; gap: number })[] =>
  places
    .flatMap((place) => (place.gap !== null && place.assumed !== null && (place.verdict === 'better' || place.verdict === 'worse') ? [{ ...place, assumed: place.assumed, gap: place.gap }] : []))
    .sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap))

/** Targets that the whole interval lies below, the furthest first. */
export const missed = (targets: readonly TargetGap[]): (TargetGap & { gap: number })[] =>
  targets.flatMap((one) => (one.lies === 'below' && one.gap !== null ? [{ ...one, gap: one.gap }] : [])).sort((a, b) => a.gap - b.gap)
