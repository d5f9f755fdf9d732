import { forecast } from '#lib/stats/change/forecast'
import { type Metric, measure } from '#lib/stats/measure'
import { addDays } from '#lib/time'
import type { Step } from '../cells'
import type { Period } from './history'
import { nextStart } from '../steps'
import type { Forecast } from './types'

const HORIZON: Record<Step, number> = { month: 3, week: 6, day: 14 }

// Older steps say little of the next ones, and a page of twenty stages has to stay quick.
const MOST_PERIODS = 36

/** The last steps with a number each, without a gap: what can be continued. */
function runOf(metric: Metric, steps: readonly Period[]): number[] {
  const values = steps.map(({ tally }) => measure(metric, tally).value)
  const gap = values.lastIndexOf(null)
  return values.slice(gap + 1).flatMap((value) => value ?? []).slice(-MOST_PERIODS)
}

/** The next steps "if nothing changes", after the last complete one; only where that is the newest there is. */
export function forecastOf(metric: Metric, steps: readonly Period[], every: Step, today: string): Forecast {
  const whole = steps.filter(({ complete }) => complete)
  const last = whole.at(-1)
  const none = (reason: Forecast['reason']): Forecast => ({ shown: false, reason, points: [], backtest: null })
  if (!last) return none('too_few_periods')
  const next = addDays(last.to, 1)
  if (addDays(nextStart(next, every), -1) < today) return none('period_is_past')
  const scale = metric === 'csat_top2_pct' || metric === 'ces_top3_pct' ? { lo: 0, hi: 100 } : { lo: -100, hi: 100 }
  const made = forecast(runOf(metric, whole), HORIZON[every], scale)
  if (!made.shown) return { shown: false, reason: made.reason, points: [], backtest: made.backtest }
  let from = next
  const points = made.points.map((point) => {
    const start = from
    from = nextStart(start, every)
    return { from: start, to: addDays(from, -1), ...point }
  })
  return { shown: true, reason: null, points, backtest: made.backtest }
}
