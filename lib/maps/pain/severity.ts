import { bucketShares } from '#lib/stats/buckets'
import type { AskedInstrument } from '#lib/stats/instruments'
import { K_DEFAULT } from '#lib/stats/measure'
import { impactOf } from '#lib/stats/pain/impact'
import { persistence } from '#lib/stats/pain/persistence'
import { rankPains, whyFirst } from '#lib/stats/pain/rank'
import { reachOf } from '#lib/stats/pain/reach'
import { type NegativeCount, priorShare, shrunkShare } from '#lib/stats/pain/shrink'
import { hidden } from '#lib/stats/suppress'
import { instrumentSums } from '#lib/stats/sums'
import type { Tally } from '#lib/stats/tally'
import { cellKey, type StudyResult } from '#lib/studies/result'
import { addDays, addMonths, monthOf } from '#lib/time'
import type { Cell } from '../cells'
import type { Pain } from '../types'

type PainAt = { touchpoint: string; instrument: AskedInstrument; tally: Tally; isHidden: boolean }

const MONTHS = 6
const FROM = { exposed: 'events', invited: 'invitations', answered: 'responses' } as const
const NOTHING: Pain = { severity: null, share: null, reach: null, reachFrom: null, impact: null, r: null, people: null, persistence: null, rank: null, why: [] }

/** The complete months that persistence looks back on: read cells `every: 'month'` over them. */
export const persistenceSpan = (today: string): { from: string; to: string } => ({
  from: addMonths(monthOf(today), -MONTHS),
  to: addDays(monthOf(today), -1),
})

const negativeOf = ({ instrument, tally }: PainAt): NegativeCount => ({ negative: bucketShares(instrument, tally).negative, n: tally.n })

/** The months of one cell, oldest first; one that is hidden says no more than one without answers. */
function monthsOf({ touchpoint, instrument }: PainAt, months: readonly Cell[], { from }: { from: string }) {
  const here = months.filter((m) => m.level === 'touchpoint' && m.place === touchpoint && m.instrument === instrument && !hidden(m.tally.n, K_DEFAULT))
  const found = new Map(here.map((month) => [month.period, instrumentSums(instrument, month.tally)]))
  return Array.from({ length: MONTHS }, (_, i) => found.get(addMonths(from, i)) ?? { n: 0, s: 0, q: 0 })
}

function factorsOf(cell: PainAt, study: StudyResult | null, prior: number | null): Pick<Pain, 'share' | 'reach' | 'reachFrom' | 'impact' | 'r' | 'people'> {
  const share = prior === null ? null : shrunkShare(negativeOf(cell), prior)
  if (!study) return { share, reach: null, reachFrom: null, impact: null, r: null, people: null }
  const there = study.reach[cell.touchpoint] ?? { exposed: 0, invited: 0, answered: 0 }
  const reach = reachOf(there, study.people)
  const pairs = study.cells[cellKey(cell.touchpoint, cell.instrument)] ?? { r: null, n: 0 }
  return {
    share,
    reach: reach?.reach ?? null,
    reachFrom: reach ? FROM[reach.by] : null,
    impact: impactOf(pairs.r, pairs.n),
    r: pairs.r,
    people: pairs.r === null ? null : pairs.n,
  }
}

/**
 * The severity of each pain point (METRICS 4), in the order given. Shares are drawn to the journey's share of the same instrument over
 * its shown cells; a hidden cell takes part in nothing. `months`: cells of the touchpoints over `persistenceSpan(today)` by month.
 */
export function severitiesOf(cells: readonly PainAt[], study: StudyResult | null, months: readonly Cell[], today: string): Pain[] {
  const span = persistenceSpan(today)
  const shown = cells.flatMap((cell, at) => (cell.isHidden ? [] : [{ cell, at }]))
  const priors = new Map<AskedInstrument, number | null>()
  for (const { cell: { instrument } } of shown) {
    if (!priors.has(instrument)) priors.set(instrument, priorShare(shown.filter((s) => s.cell.instrument === instrument).map((s) => negativeOf(s.cell))))
  }
  const factors = shown.map(({ cell, at }) => {
    const prior = priors.get(cell.instrument) ?? null
    return { at, persistence: persistence(monthsOf(cell, months, span)), ...factorsOf(cell, study, prior) }
  })
  const known = factors.flatMap((cell) => (cell.impact === null ? [] : [{ ...cell, impact: cell.impact }]))
  const ranked = new Map(rankPains(known).map((cell, i) => [cell.at, { severity: cell.severity, rank: i + 1, why: whyFirst(cell, known) }]))
  const result = cells.map(() => NOTHING)
  for (const { at, ...cell } of factors) result[at] = { severity: null, rank: null, why: [], ...cell, ...ranked.get(at) }
  return result
}
