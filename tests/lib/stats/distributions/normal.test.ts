import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalCdf, normalQuantile, normalTail } from '#lib/stats/distributions/normal'
import { z90, z95 } from '#lib/stats/interval'
import { expectClose } from '../close'

test('the critical values of the intervals are quantiles of the normal distribution', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(z95, 14)
  expect(normalQuantile(0.95)).toBeCloseTo(z90, 14)
})

test('a tail far out keeps its digits', () => {
  expectClose(normalTail(10), 7.6198530241605261e-24)
  expectClose(normalTail(30), 4.9067139271481871e-198)
  expect(normalTail(-30)).toBe(1)
})

test('above and below mirror each other, and together they are everybody', () => {
  fc.assert(fc.property(fc.double({ min: -38, max: 38, noNaN: true }), (x) => {
    expect(normalCdf(x)).toBe(normalTail(-x))
    expect(normalCdf(x) + normalTail(x)).toBeCloseTo(1, 14)
  }))
})

test('the ends of the line have the shares nothing and everybody', () => {
  expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity])
  expect([normalTail(Infinity), normalTail(0), normalTail(-Infinity)]).toEqual([0, 0.5, 1])
})

test('what is no share and no number is refused', () => {
  for (const p of [Number.NaN, -1e-9, 1.1, Infinity]) expect(() => normalQuantile(p)).toThrow(RangeError)
  expect(() => normalTail(Number.NaN)).toThrow(RangeError)
})
