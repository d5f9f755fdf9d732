import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalTail } from '#lib/stats/distributions/normal'
import { indexDifference } from '#lib/stats/compare/difference'
import { z95 } from '#lib/stats/interval'
import { VARIANCE_BEFORE, answersForDifference, answersForMargin, varianceOf } from '#lib/stats/plan'
import { expectClose } from './close'

const NPS = { n: 100, s: 36, q: 72 }

test('the variance is the one of the interval, and nobody has none', () => {
  expectClose(varianceOf(NPS), 73.5 / 103 - (36 / 103) ** 2)
  expect(varianceOf({ n: 0, s: 0, q: 0 })).toBeNull()
})

// By hand with z = 1.959963984540054 and z_b = 0.8416212335729143: 224.196, 381.146, 189.073; 409.629, 345.839.
test('so many answers for a margin and for a difference', () => {
  const variance = Number(varianceOf(NPS))
  expect([answersForMargin(variance, 10), answersForMargin(1, 10), answersForMargin(VARIANCE_BEFORE, 10)]).toEqual([225, 382, 190])
  expect([answersForDifference(variance, 15), answersForDifference(VARIANCE_BEFORE, 15)]).toEqual([410, 346])
  expect([answersForMargin(0, 10), answersForMargin(0.01, 50), answersForDifference(0, 15)]).toEqual([1, 1, 1])
})

const plans = [fc.double({ min: 0.05, max: 1, noNaN: true }), fc.double({ min: 1, max: 20, noNaN: true })] as const

test('the planned answers reach the margin, and one fewer does not', () => {
  fc.assert(fc.property(...plans, (variance, margin) => {
    const halfWidth = (n: number) => 100 * z95 * Math.sqrt(variance / (n + 3))
    const n = answersForMargin(variance, margin)
    expect(halfWidth(n)).toBeLessThanOrEqual(margin * (1 + 1e-12))
    if (n > 1) expect(halfWidth(n - 1)).toBeGreaterThan(margin * (1 - 1e-12))
  }))
})

test('the planned answers find the difference with that power, by the test that is shown', () => {
  const n = answersForDifference(0.6, 12, { power: 0.9 })
  const shift = 0.12 * (n + 3)
  const d = indexDifference({ n, s: shift, q: 0.6 * n + shift ** 2 / n }, { n, s: 0, q: 0.6 * n })
  expect(1 - normalTail(Number(d?.z) - z95)).toBeCloseTo(0.9, 2)
})

test('more power, less error, finer differences and more spread need more answers', () => {
  const usual = answersForDifference(0.5, 15)
  expect(answersForDifference(0.5, 15, { power: 0.9 })).toBeGreaterThan(usual)
  expect(answersForDifference(0.5, 15, { alpha: 0.01 })).toBeGreaterThan(usual)
  expect(answersForDifference(0.5, 10)).toBeGreaterThan(usual)
  expect(answersForDifference(0.6, 15)).toBeGreaterThan(usual)
})

test('a plan that cannot be is refused', () => {
  for (const margin of [0, -1, NaN, 201]) expect(() => answersForMargin(0.5, margin)).toThrow(RangeError)
  for (const variance of [-0.1, 1.1, NaN]) expect(() => answersForDifference(variance, 15)).toThrow(RangeError)
  expect(() => answersForDifference(0.5, 15, { power: 1 })).toThrow(RangeError)
  expect(() => answersForDifference(0.5, 15, { alpha: 0 })).toThrow(RangeError)
})
