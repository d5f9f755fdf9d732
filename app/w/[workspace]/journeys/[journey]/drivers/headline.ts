import type { Driver, Drivers } from '#lib/maps/drivers/read-drivers'
import { benjaminiHochberg } from '#lib/stats/compare/benjamini-hochberg'
import { normalTail } from '#lib/stats/distributions/normal'
import { type DriverWords, formatR, outcomeName } from './dots'

const CLEAR = 0.05

/** Two-sided p of "r is zero", by Fisher's z as its interval is. */
const pOf = ({ r, n }: Driver): number => 2 * normalTail(Math.abs(Math.atanh(r ?? 0)) * Math.sqrt(Math.max(0, (n ?? 0) - 3)))

/** One plain sentence: what to fix first, or else what is strongest; only what is clear of zero after allowing for all places. */
export function headlineOf({ t, say }: DriverWords, { drivers, outcome, minPairs }: Drivers): string {
  const known = drivers.filter(({ r }) => r !== null)
  const what = outcomeName(t, outcome)
  if (known.length === 0) return t('headline.none', { n: minPairs, outcome: what })
  const qs = benjaminiHochberg(known.map(pOf))
  const clear = known.filter(({ r }, i) => (r ?? 0) > 0 && (qs[i] ?? 1) <= CLEAR)
  const first = clear.find(({ quadrant }) => quadrant === 'fix') ?? clear[0]
  if (!first) return t('headline.unclear', { outcome: what })
  const { name, r, performance } = first
  const index = performance.value === null ? '–' : say.index(performance.value)
  return t(first.quadrant === 'fix' ? 'headline.fix' : 'headline.clear', { name, r: formatR(say, r ?? 0), index, outcome: what })
}
