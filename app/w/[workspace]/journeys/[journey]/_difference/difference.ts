import type { Compared, ComparedSeries, JourneyMap } from '#lib/maps/types'
import type { Measured } from '#lib/stats/measure'
import type { Say } from '#lib/words/say'
import type { CompareWords } from '../_compare/names'

/** A difference ready to draw: base minus the compared group, every number as text but for the bar on the axis. */
export type Difference = {
  stage: string
  name: string
  /** Where it stands in the map's answer. */
  pointer: string
  state: Compared['state']
  bar: { value: number; low: number; high: number } | null
  /** "−14 ± 8", or "−14 (−25 to −8)" where the interval is not even. */
  text: string
  range: string
  q: string
  says: string
  /** Why nothing was tested. */
  why: string | null
  tone: 'better' | 'worse' | null
  base: string
  other: string
}

/** Only days that came before can be fallen or risen from; of all others the base is lower or higher. */
export const isEarlier = (map: Pick<JourneyMap, 'from'>, { kind, to }: Pick<ComparedSeries, 'kind' | 'to'>) => kind === 'period' && to < map.from

export function wordsOf(t: CompareWords['t'], { state, isClear, isFinal, value }: Compared, earlier: boolean): string {
  if (state !== 'tested') return t(`says.${state}`)
  if (!isFinal) return t('says.notFinal')
  if (!isClear) return t(earlier ? 'says.noChange' : 'says.noDifference')
  const isLess = (value ?? 0) < 0
  if (earlier) return t(isLess ? 'says.fall' : 'says.rise')
  return t(isLess ? 'says.lower' : 'says.higher')
}

function whyOf(t: CompareWords['t'], { state, isFinal }: Compared): string | null {
  if (!isFinal) return t('why.notFinal')
  return state === 'tested' ? null : t(`why.${state}`)
}

const rangeText = (say: Say, low: number, high: number) => say.between(say.index(low), say.index(high))

function marginText(say: Say, value: number, low: number, high: number): string {
  const [down, up] = [say.number(value - low), say.number(high - value)]
  return down === up ? `${say.index(value)} ± ${up}` : `${say.index(value)} (${rangeText(say, low, high)})`
}

const shown = (say: Say, m: Measured) => (m.suppressed || m.value === null ? say.value(m) : `${say.value(m)} (${say.range(m)}), n = ${say.number(m.n ?? 0)}`)

/** As a language writes what is never above one: ".003", "0,003". */
export function qText(say: Say, q: number | null): string {
  if (q === null) return ''
  const write = (x: number) => say.number(x, 3).replace(/^0\./, '.')
  return q < 0.001 ? `< ${write(0.001)}` : write(q)
}

type Shown = 'emotion' | 'nps' | 'csat' | 'ces' | 'sentiment'

/** How each stage of the map differs from a compared series, by one of its numbers. */
export function differencesOf({ t, say }: CompareWords, map: JourneyMap, place: number, number: Shown = 'emotion'): Difference[] {
  const series = map.compared[place]
  if (!series) return []
  const earlier = isEarlier(map, series)
  return series.stages.map((other, i) => {
    const compared = other.difference[number]
    const { value, low, high, q, state, isClear } = compared
    const bar = value !== null && low !== null && high !== null ? { value, low, high } : null
    const text = bar ? marginText(say, bar.value, bar.low, bar.high) : ''
    const says = wordsOf(t, compared, earlier)
    const own = map.stages[i]?.[number] ?? other[number]
    return {
      stage: other.key,
      name: other.name,
      pointer: `/compared/${place}/stages/${i}/difference/${number}`,
      state,
      bar,
      text,
      range: bar ? rangeText(say, bar.low, bar.high) : '',
      q: qText(say, q),
      says,
      why: whyOf(t, compared),
      tone: isClear && value !== null ? (value < 0 ? 'worse' : 'better') : null,
      base: shown(say, own),
      other: shown(say, other[number]),
    }
  })
}

const ROUND = [10, 20, 30, 40, 50, 75, 100, 150, 200] as const

/** The end of an axis that holds all intervals, 0 in its middle. */
export function axisOf(differences: readonly Difference[]): number {
  const reach = Math.max(0, ...differences.flatMap(({ bar }) => (bar ? [Math.abs(bar.low), Math.abs(bar.high)] : [])))
  return ROUND.find((end) => end >= reach) ?? 200
}
