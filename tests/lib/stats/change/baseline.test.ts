import { expect, test } from 'vitest'
import { baselineOf } from '#lib/stats/change/baseline'
import { standardize } from '#lib/stats/change/standardize'
import { expectClose } from '../close'
import { period, times } from './periods'

const usual = times(6, period(54, 28, 18))

test('a baseline pools its periods, and its deviation is that of one answer', () => {
  const baseline = baselineOf(usual)
  expect([baseline?.n, baseline?.periods]).toEqual([600, 6])
  expectClose(baseline?.mean, 0.36)
  expectClose(baseline?.sd, Math.sqrt(0.72 - 0.36 ** 2))
})

test('larger periods weigh more in it', () => {
  expectClose(baselineOf([...times(5, period(1, 0, 0)), period(0, 0, 15)])?.mean, -0.5)
})

test('five periods are no baseline, and a period without answers does not make the sixth', () => {
  expect(baselineOf(usual.slice(1))).toBeNull()
  expect(baselineOf([...usual.slice(1), period(0, 0, 0)])).toBeNull()
  expect(baselineOf([...usual, period(0, 0, 0)])).toEqual(baselineOf(usual))
})

test('z counts the error of the period and of the baseline', () => {
  const baseline = baselineOf(usual)
  if (!baseline) throw new Error('no baseline')
  expectClose(standardize(baseline, period(48, 25, 27)), -0.15 / (Math.sqrt(0.5904) * Math.sqrt(1 / 100 + 1 / 600)))
  expect(standardize(baseline, period(54, 28, 18))).toBeCloseTo(0, 12)
  expect(standardize(baseline, period(90, 5, 5))).toBeGreaterThan(3)
})

test('a period without answers has no z, nor has any against a baseline in which all answers are equal', () => {
  const [baseline, flat] = [baselineOf(usual), baselineOf(times(6, period(40, 0, 0)))]
  if (!baseline || !flat) throw new Error('no baseline')
  expect(standardize(baseline, period(0, 0, 0))).toBeNull()
  expect(flat.sd).toBe(0)
  expect(standardize(flat, period(10, 0, 30))).toBeNull()
})
