import { benjaminiHochberg, CLEAR } from '#lib/stats/compare/benjamini-hochberg'
import { pairedDifference } from '#lib/stats/compare/paired'
import { shareEstimate } from '#lib/stats/interval'
import { K_DEFAULT, LOW_N } from '#lib/stats/measure'
import { hidden } from '#lib/stats/suppress'
import { type Crossings, pairKey } from '#lib/studies/result'
import type { Transition } from './types'

const NOTHING = { value: null, low: null, high: null }
const HIDDEN = { ...NOTHING, n: null, suppressed: true, lowN: false }

const marks = (n: number) => ({ n, suppressed: false, lowN: n > 0 && n < LOW_N })

function shareOf(both: number, base: number): Transition['share'] {
  if (hidden(base, K_DEFAULT)) return HIDDEN
  return { ...(shareEstimate(both, base) ?? NOTHING), ...marks(base) }
}

const untested = { p: null, q: null, isClear: false }

/** The pair is kept in an order of its own: read the other way round, the differences are negative. */
function changeOf({ pairs }: Crossings, from: string, to: string): Transition['change'] {
  const { n, s, q } = pairs[pairKey(from, to)] ?? { n: 0, s: 0, q: 0 }
  if (hidden(n, K_DEFAULT)) return { ...HIDDEN, ...untested }
  const sums = { n, s: from < to ? s : -s, q }
  const found = pairedDifference(sums)
  if (found) return { value: found.value, low: found.low, high: found.high, ...marks(n), ...untested, p: found.p }
  return { ...NOTHING, value: n === 0 ? null : (100 * sums.s) / n, ...marks(n), ...untested }
}

/** Each stage and the next, in the order of the map today. */
export function stepsBetween(stages: readonly string[], crossings: Crossings): Transition[] {
  const steps = stages.slice(1).map((to, i) => {
    const from = stages[i] ?? ''
    const both = crossings.pairs[pairKey(from, to)]?.n ?? 0
    return { from, to, share: shareOf(both, crossings.people[from] ?? 0), change: changeOf(crossings, from, to) }
  })
  const tested = steps.filter(({ change }) => change.p !== null)
  const qs = benjaminiHochberg(tested.map(({ change }) => change.p ?? 1))
  tested.forEach((step, i) => {
    const q = qs[i] ?? 1
    step.change = { ...step.change, q, isClear: q <= CLEAR }
  })
  return steps
}
