import { baselineOf } from '#lib/stats/change/baseline'
import { confirmChanges } from '#lib/stats/change/confirmed'
import { cusum } from '#lib/stats/change/cusum'
import { watch } from '#lib/stats/change/ewma'
import { shewhart } from '#lib/stats/change/shewhart'
import { standardize } from '#lib/stats/change/standardize'
import type { IndexSums } from '#lib/stats/interval'
import { drawCounts, seeded } from './random'

// The setting of METRICS 6.
const SETTING = {
  seed: 20260101, runs: 4000, stages: 6, baselineMonths: 6, testedMonths: 12, answersPerMonth: 100,
  usual: [0.54, 0.28, 0.18], changed: [0.48, 0.25, 0.27], changedFromMonth: 7,
}
const MONTHS = SETTING.baselineMonths + SETTING.testedMonths

type Rule = 'fell_by_10' | 'watch' | 'confirmed' | 'shewhart' | 'cusum'
/** Whether a rule alarms, by stage and by tested month. Falls only, for all of them alike. */
type Alarms = boolean[][]
export type AlertRow = { rule: Rule; falseAlarmYears: number; detected: number; medianMonths: number | null }

function drawStage(random: () => number, sharesOf: (month: number) => readonly number[]): IndexSums[] {
  return Array.from({ length: MONTHS }, (_, month) => {
    const [promoters = 0, passives = 0, detractors = 0] = drawCounts(sharesOf(month - SETTING.baselineMonths + 1), SETTING.answersPerMonth, random)
    return { n: promoters + passives + detractors, s: promoters - detractors, q: promoters + detractors }
  })
}

/** "Fell by 10 against the month before", the last month of the baseline being before the first tested one. */
const fellByTen = (months: readonly IndexSums[]) =>
  months.slice(SETTING.baselineMonths).map(({ n, s }, i) => {
    const before = months[SETTING.baselineMonths + i - 1]
    return before !== undefined && (100 * s) / n - (100 * before.s) / before.n <= -10
  })

/** Run anew each month over all stages, from the third tested month on. */
function confirmedByMonth(stages: readonly (readonly IndexSums[])[]): Alarms {
  const watched = stages.map((months) => ({ baseline: baselineOf(months.slice(0, SETTING.baselineMonths)), tested: months.slice(SETTING.baselineMonths) }))
  const byMonth = Array.from({ length: SETTING.testedMonths }, (_, month) =>
    confirmChanges(watched.map(({ baseline, tested }) => ({ baseline, last: tested.slice(0, month + 1) }))))
  return stages.map((_, stage) => byMonth.map((results) => results[stage]?.confirmed ?? false))
}

function alarmsOf(stages: readonly (readonly IndexSums[])[]): Record<Rule, Alarms> {
  const zs = stages.map((months) => {
    const baseline = baselineOf(months.slice(0, SETTING.baselineMonths))
    return months.slice(SETTING.baselineMonths).map((month) => baseline && standardize(baseline, month))
  })
  return {
    fell_by_10: stages.map(fellByTen),
    watch: zs.map((z) => watch(z).map(({ alarm }) => alarm)),
    confirmed: confirmedByMonth(stages),
    shewhart: zs.map((z) => shewhart(z).map((mark) => mark === 'fall')),
    cusum: zs.map((z) => cusum(z).map(({ alarm }) => alarm)),
  }
}

function medianOf(xs: readonly number[]): number | null {
  const sorted = xs.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}

const RULES: Rule[] = ['fell_by_10', 'watch', 'confirmed', 'shewhart', 'cusum']

/**
 * falseAlarmYears = share of years with at least one alarm of any of the six stages while nothing changes. detected = share of years
 * in which the one stage that changes in month 7 alarms in one of the months 7..12; medianMonths = to its first alarm there, month 7
 * being 1, among the years that detect it. The changed stage is the first; the others stay as they are and share the correction.
 */
export function simulateAlerts(): { setting: typeof SETTING; rules: AlertRow[] } {
  const random = seeded(SETTING.seed)
  const fails = new Map<Rule, number>()
  const delays = new Map<Rule, number[]>(RULES.map((rule) => [rule, []]))
  for (let run = 0; run < SETTING.runs; run += 1) {
    const calm = Array.from({ length: SETTING.stages }, () => drawStage(random, () => SETTING.usual))
    const fallen = drawStage(random, (month) => (month >= SETTING.changedFromMonth ? SETTING.changed : SETTING.usual))
    const [unchanged, changed] = [alarmsOf(calm), alarmsOf([fallen, ...calm.slice(1)])]
    for (const rule of RULES) {
      if (unchanged[rule].flat().includes(true)) fails.set(rule, (fails.get(rule) ?? 0) + 1)
      const first = changed[rule][0]?.slice(SETTING.changedFromMonth - 1).indexOf(true) ?? -1
      if (first >= 0) delays.get(rule)?.push(first + 1)
    }
  }
  const rules = RULES.map((rule) => ({
    rule,
    falseAlarmYears: (fails.get(rule) ?? 0) / SETTING.runs,
    detected: (delays.get(rule) ?? []).length / SETTING.runs,
    medianMonths: medianOf(delays.get(rule) ?? []),
  }))
  return { setting: SETTING, rules }
}
