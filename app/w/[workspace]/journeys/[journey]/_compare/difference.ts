import type { Compared, ComparedSeries, JourneyMap } from '#lib/maps/types'
import { formatIndex, formatNumber, formatRange, formatValue } from '#lib/stats/format'
import type { Measured } from '#lib/stats/measure'

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

export function wordsOf({ state, isClear, isFinal, value }: Compared, earlier: boolean): string {
  if (state === 'mix_changed') return 'mix changed'
  if (state === 'hidden') return 'too few answers'
  if (state === 'no_answers') return 'no answers'
  if (state === 'blocked') return 'not split evenly'
  if (!isFinal) return 'not final yet'
  if (!isClear) return earlier ? 'no clear change' : 'no clear difference'
  const isLess = (value ?? 0) < 0
  if (earlier) return isLess ? 'clear fall' : 'clear rise'
  return isLess ? 'clearly lower' : 'clearly higher'
}

const WHY: Record<Compared['state'], string | null> = {
  tested: null,
  mix_changed: 'other questions were asked, so nothing is tested',
  hidden: 'fewer than 5 answers, hidden for privacy',
  no_answers: 'on one side at least nobody answered',
  blocked: 'the variants were not split half and half, so nothing is tested',
}

const rangeText = (low: number, high: number) => `${formatIndex(low)} to ${formatIndex(high)}`

function marginText(value: number, low: number, high: number): string {
  const [down, up] = [formatNumber(value - low), formatNumber(high - value)]
  return down === up ? `${formatIndex(value)} ± ${up}` : `${formatIndex(value)} (${rangeText(low, high)})`
}

const shown = (m: Measured) => (m.suppressed || m.value === null ? formatValue(m) : `${formatValue(m)} (${formatRange(m)}), n = ${formatNumber(m.n ?? 0)}`)

export function qText(q: number | null): string {
  if (q === null) return ''
  return q < 0.001 ? '< .001' : formatNumber(q, 3).replace(/^0/, '')
}

type Shown = 'emotion' | 'nps' | 'csat' | 'ces' | 'sentiment'

/** How each stage of the map differs from a compared series, by one of its numbers. */
export function differencesOf(map: JourneyMap, place: number, number: Shown = 'emotion'): Difference[] {
  const series = map.compared[place]
  if (!series) return []
  const earlier = isEarlier(map, series)
  return series.stages.map((other, i) => {
    const compared = other.difference[number]
    const { value, low, high, q, state, isClear } = compared
    const bar = value !== null && low !== null && high !== null ? { value, low, high } : null
    const text = bar ? marginText(bar.value, bar.low, bar.high) : ''
    const says = wordsOf(compared, earlier)
    const own = map.stages[i]?.[number] ?? other[number]
    const why = compared.isFinal ? WHY[state] : 'too few answers of each variant yet'
    return {
      stage: other.key,
      name: other.name,
      pointer: `/compared/${place}/stages/${i}/difference/${number}`,
      state,
      bar,
      text,
      range: bar ? rangeText(bar.low, bar.high) : '',
      q: qText(q),
      says,
      why,
      tone: isClear && value !== null ? (value < 0 ? 'worse' : 'better') : null,
      base: shown(own),
      other: shown(other[number]),
    }
  })
}

const ROUND = [10, 20, 30, 40, 50, 75, 100, 150, 200] as const

/** The end of an axis that holds all intervals, 0 in its middle. */
export function axisOf(differences: readonly Difference[]): number {
  const reach = Math.max(0, ...differences.flatMap(({ bar }) => (bar ? [Math.abs(bar.low), Math.abs(bar.high)] : [])))
  return ROUND.find((end) => end >= reach) ?? 200
}
