import { type Baseline as Usual, baselineOf, MIN_BASELINE } from '#lib/stats/change/baseline'
import { CONFIRM_PERIODS, confirmChanges } from '#lib/stats/change/confirmed'
import { watch } from '#lib/stats/change/ewma'
import { standardize } from '#lib/stats/change/standardize'
import { measureDifference } from '#lib/stats/compare/metric-difference'
import { isMixChanged } from '#lib/stats/compare/mix'
import type { AskedInstrument } from '#lib/stats/instruments'
import { type Measured, type Metric, measure } from '#lib/stats/measure'
import { sumsOf } from '#lib/stats/sums'
import { sumTallies } from '#lib/stats/tally'
import type { Period } from './history'
import type { Change } from './types'

/** A place with all its months in order: the baseline lies in them, and those after it are tested. */
export type Watched = { months: readonly Period[] }
type Declared = { from: string; to: string } | null

const answered = (period: Period) => period.complete && period.tally.n > 0
const totalOf = (periods: readonly Period[]) => sumTallies(periods.map(({ tally }) => tally))
const sums = (metric: Metric, { tally }: Period) => sumsOf(metric, tally).sums
const askedIn = (periods: readonly Period[]): AskedInstrument[] => [...new Set(periods.flatMap(({ asked }) => asked))]

/** The declared days' whole periods, or the first six with answers. */
function baselinePeriods(months: readonly Period[], declared: Declared): Period[] {
  const whole = months.filter(answered)
  return declared ? whole.filter(({ from, to }) => from >= declared.from && to <= declared.to) : whole.slice(0, MIN_BASELINE)
}

type Found = { usual: Usual; shown: NonNullable<Change['baseline']>; asked: readonly AskedInstrument[]; measured: readonly Period[] }

function findBaseline(metric: Metric, { months }: Watched, declared: Declared): Found | null {
  const measured = baselinePeriods(months, declared)
  const [first, last] = [measured[0], measured.at(-1)]
  const usual = baselineOf(measured.map((period) => sums(metric, period)))
  if (!usual || !first || !last) return null
  const { value, n }: Measured = measure(metric, totalOf(measured))
  const days = declared ?? { from: first.from, to: last.to }
  return { usual, shown: { ...days, value: value ?? 0, n: n ?? 0, declared: declared !== null }, asked: askedIn(measured), measured }
}

/** Were the last periods until here asked by other instruments? Judged over several, as one small period may lack one by chance. */
const isOtherMix = (asked: readonly AskedInstrument[], steps: readonly Period[]): boolean => {
  const recent = askedIn(steps.slice(-CONFIRM_PERIODS))
  return recent.length > 0 && isMixChanged(asked, recent)
}

/**
 * For each place: how far every complete step after its baseline lies from it, where the slow average calls for a watch, and whether
 * the last three months together confirm a fall, tested beside all places of this answer. Emotion asked by other instruments than in
 * the baseline is not tested: its move would be that of the questions.
 */
export function changesOf(metric: Metric, places: readonly Watched[], declared: Declared): Change[] {
  const found = places.map((place) => {
    const baseline = findBaseline(metric, place, declared)
    const steps = baseline ? place.months.filter(({ from, complete }) => complete && from > baseline.shown.to) : []
    const isOther = steps.map((_, i) => metric === 'emotion_index' && baseline !== null && isOtherMix(baseline.asked, steps.slice(0, i + 1)))
    return { baseline, steps, isOther, isMixed: isOther.at(-1) ?? false }
  })
  const results = confirmChanges(
    found.map(({ baseline, steps, isMixed }) => ({
      baseline: isMixed ? null : (baseline?.usual ?? null),
      last: steps.slice(-CONFIRM_PERIODS).map((step) => sums(metric, step)),
    })),
  )
  return found.map(({ baseline, steps, isOther, isMixed }, i) => {
    if (!baseline) return { baseline: null, reason: 'too_few_periods', points: [], confirmed: null }
    const zs = steps.map((step, at) => (isOther[at] ? null : standardize(baseline.usual, sums(metric, step))))
    const watched = watch(zs)
    const points = steps.map(({ from }, at) => ({
      from,
      z: zs[at] ?? null,
      ewma: watched[at]?.ewma ?? null,
      limit: watched[at]?.limit ?? null,
      watch: watched[at]?.alarm ?? false,
    }))
    const last = steps.slice(-CONFIRM_PERIODS)
    const result = results[i]
    const difference = result ? measureDifference(metric, totalOf(last), totalOf(baseline.measured)) : null
    const [first, final] = [last[0], last.at(-1)]
    return {
      baseline: baseline.shown,
      reason: isMixed ? 'mix_changed' : null,
      points,
      confirmed:
        result && difference && first && final
          ? {
              q: result.q,
              isConfirmed: result.confirmed,
              from: first.from,
              to: final.to,
              difference: { value: difference.value, low: difference.low, high: difference.high },
            }
          : null,
    }
  })
}
