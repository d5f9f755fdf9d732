import type { JourneyMap } from '#lib/maps/types'
import { type CurvePoint, curveOf } from '../_curve/curve'
import { axisOf, type Difference, differencesOf } from '../_difference/difference'
import { type CompareWords, namesOf } from './names'
import type { Curve } from './small-curves'

export type ScoreKey = 'nps' | 'csat' | 'ces' | 'sentiment'

/** One compared group as the lanes draw it. */
export type ComparedView = { id: string; names: { base: string; other: string }; points: CurvePoint[]; differences: Difference[] }

export type Comparison = {
  series: ComparedView[]
  /** The end of the axis that all difference bars share. */
  axis: number
  /** All curves, the base first, to be drawn small from the third on. */
  curves: Curve[]
  /** Per instrument; of one compared group only, because a chip could not say of which it speaks. */
  scores: Partial<Record<ScoreKey, Difference[]>>
}

export function comparisonOf(words: CompareWords, map: JourneyMap): Comparison | null {
  const { say } = words
  if (map.compared.length === 0) return null
  const [base = '', ...others] = namesOf(words, map, map.compared)
  const series = map.compared.map(({ compare, stages }, i) => ({
    id: compare,
    names: { base, other: others[i] ?? compare },
    points: curveOf(say, stages, `/compared/${i}`),
    differences: differencesOf(words, map, i),
  }))
  const first = { id: 'base', name: base, answers: say.answers(map.answers), answersAt: '/answers', points: curveOf(say, map.stages) }
  const rest = series.map(({ id, names, points }, i) => {
    return { id, name: names.other, answers: say.answers(map.compared[i]?.answers ?? null), answersAt: `/compared/${i}/answers`, points }
  })
  const of = (key: ScoreKey) => differencesOf(words, map, 0, key)
  const scores = series.length > 1 ? {} : { nps: of('nps'), csat: of('csat'), ces: of('ces'), sentiment: of('sentiment') }
  return { series, axis: axisOf(series.flatMap(({ differences }) => differences)), curves: [first, ...rest], scores }
}

/** A stage's sentence is news where something was found: only a clear difference speaks with its margin. */
export const newsOf = (headline: string): string | null => (headline.includes('±') ? headline : null)
