import { z95 } from '../interval'
import { fitHolt } from './fit-holt'
import { type HoltParameters, holtPoint, holtVariance, runHolt } from './holt'

/** Mean absolute error of the forecasts that would have been made, and of "same as last period", over so many origins. */
export type Backtest = { error: number; naiveError: number; origins: number }
type Point = { value: number; low: number; high: number }
export type Forecast =
  | { shown: true; points: Point[]; backtest: Backtest; parameters: HoltParameters }
  | { shown: false; reason: 'too_few_periods' | 'no_better_than_last'; backtest: Backtest | null }

/** Fewer periods are not continued (METRICS 6). */
export const MIN_FORECAST = 8

// An origin needs a line and a little to learn from; beyond three dozen the oldest say nothing new and cost time.
const MIN_TRAIN = 4
const MAX_ORIGINS = 36
// Alpha, beta, phi, level and trend are estimated from the same xs.
const PARAMETERS = 5

function continueHolt(xs: readonly number[], horizon: number) {
  const { parameters, start, squares } = fitHolt(xs)
  const { state } = runHolt(xs, parameters, start)
  const values = Array.from({ length: horizon }, (_, i) => holtPoint(state, parameters.phi, i + 1))
  return { parameters, squares, values }
}

const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length

/** Rolling origins (Tashman 2000, International Journal of Forecasting 16): each sees only what lay before it. */
function backtestOf(xs: readonly number[], horizon: number): Backtest {
  const origins = Array.from({ length: xs.length - MIN_TRAIN }, (_, i) => MIN_TRAIN + i).slice(-MAX_ORIGINS)
  const errors = origins.flatMap((origin) => {
    const past = xs.slice(0, origin)
    const last = past.at(-1) ?? 0
    const ahead = xs.slice(origin, origin + horizon)
    const { values } = continueHolt(past, ahead.length)
    return ahead.map((x, i) => ({ ours: Math.abs(x - (values[i] ?? 0)), naive: Math.abs(x - last) }))
  })
  return { error: mean(errors.map(({ ours }) => ours)), naiveError: mean(errors.map(({ naive }) => naive)), origins: origins.length }
}

/**
 * Continues a series by damped Holt, "if nothing changes": points h = 1..horizon with 95 % intervals (normal, sigma^2 = squared one-step
 * errors/(n - 5)), clipped to the scale. xs in display units, oldest first and without gaps.
 * Refuses below eight periods, and where the forecasts of these horizons, made at each earlier origin from its own past, were not
 * closer on average than "same as last period". Throws a RangeError for an x that is not finite and a horizon that is not 1, 2, ..
 * Example: 10, 12, .. 24 (eight periods), horizon 1 -> about 26; eight equal periods -> no_better_than_last.
 */
export function forecast(xs: readonly number[], horizon: number, scale = { lo: -100, hi: 100 }): Forecast {
  if (!xs.every(Number.isFinite)) throw new RangeError('a series to continue has a number for every period')
  if (!Number.isInteger(horizon) || horizon < 1) throw new RangeError(`horizon ${horizon} is not a whole number from 1`)
  if (xs.length < MIN_FORECAST) return { shown: false, reason: 'too_few_periods', backtest: null }
  const backtest = backtestOf(xs, horizon)
  if (!(backtest.error < backtest.naiveError)) return { shown: false, reason: 'no_better_than_last', backtest }
  const { parameters, squares, values } = continueHolt(xs, horizon)
  const variance = squares / (xs.length - PARAMETERS)
  const clip = (x: number) => Math.min(scale.hi, Math.max(scale.lo, x))
  const points = values.map((value, i) => {
    const half = z95 * Math.sqrt(variance * holtVariance(parameters, i + 1))
    return { value: clip(value), low: clip(value - half), high: clip(value + half) }
  })
  return { shown: true, points, backtest, parameters }
}
