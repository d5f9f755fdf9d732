import type { Driver, Drivers } from '#lib/maps/drivers/read-drivers'
import { roundHalfAway } from '#lib/stats/round'
import type { Say } from '#lib/words/say'
import type { Translate } from '../../../../../_words/translate'

/** What the drivers are written with. */
export type DriverWords = { t: Translate<'trends.drivers'>; say: Say }

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
export const formatR = (say: Say, r: number): string => say.number(r, 2)

function whyNot(t: DriverWords['t'], { suppressed, lowN, r, n }: Driver, minPairs: number): string {
  if (suppressed) return t('why.hidden')
  if (r !== null) return ''
  return lowN ? t('why.few', { n: n ?? 0, needed: minPairs }) : t('why.same')
}

export function dotOf({ t, say }: DriverWords, driver: Driver, { drivers, minPairs, johnson }: Drivers): Dot {
  const { key, name, r, low, high, n, spearman, weight, performance, quadrant } = driver
  return {
    key,
    pointer: `/drivers/${drivers.indexOf(driver)}`,
    name,
    x: r === null ? null : performance.value,
    y: r,
    low,
    high,
    r: r === null ? '–' : formatR(say, r),
    range: low === null || high === null ? '' : say.between(formatR(say, low), formatR(say, high)),
    n: n === null ? '<5' : say.number(n),
    spearman: spearman === null ? '–' : formatR(say, spearman),
    weight: weight === null || johnson === null ? '–' : say.number(weight, 3),
    performance: say.value(performance),
    quadrant: quadrant === null ? '–' : t(`quadrant.${quadrant}`),
    why: whyNot(t, driver, minPairs),
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
export function outcomeName(t: DriverWords['t'], outcome: Drivers['outcome']): string {
  if (outcome.kind === 'overall_nps') return t('outcome.overall')
  return outcome.kind === 'nps' ? t('outcome.npsAt', { name: outcome.name }) : t('outcome.is', { name: outcome.name, value: outcome.positive })
}

/** How far the count is; it may walk twice over the answers. */
export function shareOf({ state, progress }: Drivers): number | null {
  if (state !== 'running' || !progress || progress.of === 0) return null
  return Math.min(99, roundHalfAway((100 * progress.done) / (2 * progress.of)))
}
