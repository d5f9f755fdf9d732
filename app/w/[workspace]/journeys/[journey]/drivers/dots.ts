import type { Driver, Drivers } from '#lib/maps/drivers/read-drivers'
import { formatNumber, formatValue } from '#lib/stats/format'
import { roundHalfAway } from '#lib/stats/round'

/** One place ready to draw: numbers are text already, but for their places on the axes. */
export type Dot = {
  key: string
  /** Where it stands in the drivers' answer. */
  pointer: string
  name: string
  x: number | null
  y: number | null
  low: number | null
  high: number | null
  r: string
  range: string
  n: string
  spearman: string
  weight: string
  performance: string
  quadrant: string
  /** Why there is no r; '' where there is one. */
  why: string
}

/** 0.357 -> "0.36", true minus. A correlation is no whole number, so it keeps its two digits. */
export const formatR = (r: number): string => formatNumber(r, 2)

const QUADRANTS = { fix: 'Fix first', keep: 'Keep it up', watch: 'Watch', over: 'Good enough' } as const

function whyNot({ suppressed, lowN, r, n }: Driver, minPairs: number): string {
  if (suppressed) return 'fewer than 5, hidden for privacy'
  if (r !== null) return ''
  return lowN ? `${n} of ${minPairs} people needed` : 'all said the same'
}

export function dotOf(driver: Driver, { drivers, minPairs, johnson }: Drivers): Dot {
  const { key, name, r, low, high, n, spearman, weight, performance, quadrant } = driver
  return {
    key,
    pointer: `/drivers/${drivers.indexOf(driver)}`,
    name,
    x: r === null ? null : performance.value,
    y: r,
    low,
    high,
    r: r === null ? '–' : formatR(r),
    range: low === null || high === null ? '' : `${formatR(low)} to ${formatR(high)}`,
    n: n === null ? '<5' : formatNumber(n),
    spearman: spearman === null ? '–' : formatR(spearman),
    weight: weight === null || johnson === null ? '–' : formatNumber(weight, 3),
    performance: formatValue(performance),
    quadrant: quadrant === null ? '–' : QUADRANTS[quadrant],
    why: whyNot(driver, minPairs),
  }
}

/** From the lowest end of an interval to the highest, in steps of .2, with zero always in it. */
export function axisOf(dots: readonly Dot[]): { lowest: number; highest: number; ticks: number[] } {
  const ends = dots.flatMap(({ y, low, high }) => (y === null ? [] : [low ?? y, high ?? y]))
  const lowest = Math.floor(Math.min(0, ...ends) * 5)
  const highest = Math.ceil(Math.max(0.2, ...ends) * 5)
  return { lowest: lowest / 5, highest: highest / 5, ticks: Array.from({ length: highest - lowest + 1 }, (_, i) => (lowest + i) / 5) }
}

/** What the journey is held against, in words. */
export function outcomeName(outcome: Drivers['outcome']): string {
  if (outcome.kind === 'overall_nps') return 'overall NPS'
  return outcome.kind === 'nps' ? `NPS at ${outcome.name}` : `${outcome.name} = ${outcome.positive}`
}

/** How far the count is; it may walk twice over the answers. */
export function shareOf({ state, progress }: Drivers): number | null {
  if (state !== 'running' || !progress || progress.of === 0) return null
  return Math.min(99, roundHalfAway((100 * progress.done) / (2 * progress.of)))
}
