import type { Buckets } from '../buckets'

/**
 * Peak-end value of one person's e in the order of the stages, from -100 to 100: 100 (e_peak + e_end)/2, the peak being the largest
 * |e|, of equals the later (Kahneman, Fredrickson, Schreiber & Redelmeier 1993, Psychological Science 4). null without values.
 * Example: .35 .10 -.45 .20 .40 -> -2.5, where the mean is 12.
 */
export function peakEnd(es: readonly number[]): number | null {
  const end = es.at(-1)
  if (end === undefined) return null
  const peak = es.reduce((best, e) => (Math.abs(e) >= Math.abs(best) ? e : best), 0)
  return (100 * (peak + end)) / 2
}

export type MomentReason = 'lowest' | 'highest' | 'last' | 'driver'
type Stage = { key: string; index: number | null; importance: number | null }

/**
 * Stages worth to be called moments of truth, in their order, with why: the lowest and the highest index, the last stage with
 * one, and the strongest driver (the largest r above 0). Of equals the first; no lowest and highest where all are the same.
 */
export function suggestMoments(stages: readonly Stage[]): { key: string; why: MomentReason[] }[] {
  const measured = stages.flatMap(({ key, index }) => (index === null ? [] : [{ key, index }]))
  const drivers = stages.flatMap(({ key, importance }) => (importance === null || importance <= 0 ? [] : [{ key, importance }]))
  const values = measured.map(({ index }) => index)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const strongest = Math.max(...drivers.map(({ importance }) => importance))
  const chosen: Record<MomentReason, string | undefined> = {
    lowest: low < high ? measured.find(({ index }) => index === low)?.key : undefined,
    highest: low < high ? measured.find(({ index }) => index === high)?.key : undefined,
    last: measured.at(-1)?.key,
    driver: drivers.find(({ importance }) => importance === strongest)?.key,
  }
  const reasons: MomentReason[] = ['lowest', 'highest', 'last', 'driver']
  const suggested = stages.map(({ key }) => ({ key, why: reasons.filter((reason) => chosen[reason] === key) }))
  return suggested.filter(({ why }) => why.length > 0)
}

/** Two camps: both buckets hold at least 30 % and the middle at most 20 % of at least 30 answers. Example: 12, 6, 12 -> true. */
export function isPolarised({ negative, neutral, positive }: Buckets): boolean {
  const n = negative + neutral + positive
  // In whole tenths, because .3 * n is not exact.
  return n >= 30 && 10 * negative >= 3 * n && 10 * positive >= 3 * n && 10 * neutral <= 2 * n
}
