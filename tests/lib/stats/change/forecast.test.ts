import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitHolt, startOf } from '#lib/stats/change/fit-holt'
import { forecast } from '#lib/stats/change/forecast'
import { holtPoint, holtVariance, runHolt } from '#lib/stats/change/holt'
import { expectClose } from '../close'

const RISING = [10, 12, 14, 16, 18, 20, 22, 24]
const WAVERING = [30, 34, 31, 37, 35, 40, 38, 43, 41, 46, 44, 49]

// By hand: f 8.9, err 1.1, l 9.45, b 1.12; f 10.458, err 3.542, l 12.229, b 1.7164.
test('two steps of damped Holt are those computed by hand', () => {
  const { state, errors } = runHolt([10, 14], { alpha: 0.5, beta: 0.2, phi: 0.9 }, { level: 8, trend: 1 })
  expectClose(errors[0], 1.1)
  expectClose(errors[1], 3.542)
  expectClose(state.level, 12.229)
  expectClose(state.trend, 1.7164)
  expectClose(holtPoint(state, 0.9, 2), 12.229 + (0.9 + 0.81) * 1.7164)
  expectClose(holtVariance({ alpha: 0.5, beta: 0.2, phi: 0.9 }, 3), 1 + (0.5 + 0.2 * 0.9) ** 2 + (0.5 + 0.2 * 1.71) ** 2)
})

test('without damping it is the linear method: a line is met exactly and continued', () => {
  const { state, errors } = runHolt(RISING, { alpha: 0.3, beta: 0.1, phi: 1 }, startOf(RISING))
  for (const error of errors) expect(error).toBeCloseTo(0, 12)
  expectClose(holtPoint(state, 1, 5), 34)
})

test('without trend it is simple exponential smoothing, equally far ahead at every step', () => {
  const { state } = runHolt([10, 20], { alpha: 0.5, beta: 0, phi: 0.9 }, { level: 10, trend: 0 })
  expect([state.level, holtPoint(state, 0.9, 7)]).toEqual([15, 15])
  expectClose(holtVariance({ alpha: 0.5, beta: 0, phi: 0.9 }, 4), 1.75)
})

test('the fit is as good as the best of all hundredths', () => {
  const { start, squares, parameters } = fitHolt(WAVERING)
  const squaresOf = (p: typeof parameters) => runHolt(WAVERING, p, start).errors.reduce((sum, e) => sum + e * e, 0)
  let best = Infinity
  for (let alpha = 1; alpha <= 99; alpha += 1) {
    for (let beta = 0; beta <= alpha; beta += 1) {
      for (let phi = 80; phi <= 98; phi += 1) best = Math.min(best, squaresOf({ alpha: alpha / 100, beta: beta / 100, phi: phi / 100 }))
    }
  }
  expect(squares).toBeLessThanOrEqual(best * 1.0001)
  expect(parameters.beta).toBeLessThanOrEqual(parameters.alpha)
})

test('a trend is continued, with intervals that widen and contain it', () => {
  const result = forecast(WAVERING, 3)
  if (!result.shown) throw new Error(result.reason)
  expect(result.backtest.error).toBeLessThan(result.backtest.naiveError)
  expect(result.backtest.origins).toBe(8)
  const widths = result.points.map(({ low, high }) => high - low)
  expect(widths.toSorted((a, b) => a - b)).toEqual(widths)
  expect(result.points.every(({ value, low, high }) => low < value && value < high && value > 45)).toBe(true)
})

test('eight equal periods are no better than the last one, and a lonely jump is not either', () => {
  expect(forecast(new Array<number>(8).fill(33.3), 3)).toMatchObject({ shown: false, reason: 'no_better_than_last', backtest: { naiveError: 0 } })
  expect(forecast([10, 10, 10, 10, 10, 10, 40, 40, 40, 40], 1)).toMatchObject({ shown: false, reason: 'no_better_than_last' })
})

test('seven periods are too few', () => {
  expect(forecast(RISING.slice(1), 1)).toEqual({ shown: false, reason: 'too_few_periods', backtest: null })
  expect(forecast([], 1)).toMatchObject({ reason: 'too_few_periods' })
  expect(forecast(RISING, 1)).toMatchObject({ shown: true })
})

test('no point and no interval leaves the scale', () => {
  const series = fc.array(fc.integer({ min: -1000, max: 1000 }).map((x) => x / 10), { minLength: 8, maxLength: 14 })
  fc.assert(fc.property(series, (xs) => {
    const result = forecast(xs, 4)
    const points = result.shown ? result.points : []
    expect(points.every(({ value, low, high }) => low >= -100 && low <= value && value <= high && high <= 100)).toBe(true)
  }), { numRuns: 40 })
  const rising = forecast([60, 66, 72, 78, 84, 90, 95, 99], 6, { lo: 0, hi: 100 })
  expect(rising).toMatchObject({ shown: true })
  expect(rising.shown && rising.points.at(-1)?.high).toBe(100)
})

test('an origin sees only its past: another last period adds one error of the same forecast', () => {
  const errorsOf = (xs: readonly number[]) => {
    const { error = 0, origins = 0 } = forecast(xs, 1).backtest ?? {}
    return error * origins
  }
  const [before, high, low] = [WAVERING, [...WAVERING, 100], [...WAVERING, -100]].map(errorsOf)
  // |100 - f| + |-100 - f| is 200 for one f between them.
  expect(Number(high) + Number(low) - 2 * Number(before)).toBeCloseTo(200, 9)
})

test('a gap or a horizon of nothing is refused', () => {
  expect(() => forecast([...RISING, Number.NaN], 1)).toThrow(RangeError)
  expect(() => forecast(RISING, 0)).toThrow(RangeError)
})
