import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shrunkIndexInterval, wilson, z90, z95 } from '#lib/stats/interval'
import { expectClose } from './close'

test('the worked example of METRICS at 95 and at 90 percent', () => {
  const sums = Object.freeze({ n: 100, s: 36, q: 72 })
  expectClose(shrunkIndexInterval(sums)?.se, 0.0757763574052712)
  expectClose(shrunkIndexInterval(sums)?.low, 0.2009956317128295)
  expectClose(shrunkIndexInterval(sums)?.high, 0.4980334945007626)
  expectClose(shrunkIndexInterval(sums, z90)?.low, 0.22487354679156468)
  expectClose(shrunkIndexInterval(sums, z90)?.high, 0.47415557942202746)
})

// Newcombe 1998, Statistics in Medicine 17, table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('Wilson for %i of %i is the published one', (successes, n, low, high) => {
  expect(wilson(successes, n)?.low).toBeCloseTo(low, 4)
  expect(wilson(successes, n)?.high).toBeCloseTo(high, 4)
})

test('no answers have no interval', () => {
  expect(shrunkIndexInterval({ n: 0, s: 0, q: 0 })).toBeNull()
  expect(wilson(0, 0)).toBeNull()
})

test('intervals hold their value, stay in range and narrow as answers come', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1e7 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
    const up = Math.round(n * share)
    const w = wilson(up, n)
    const i = shrunkIndexInterval({ n, s: up - (n - up), q: n })
    const w4 = wilson(4 * up, 4 * n)
    if (!w || !i || !w4) throw new Error('answers have an interval')
    expect(w.low >= 0 && w.low <= up / n + 1e-12 && w.high >= up / n - 1e-12 && w.high <= 1).toBe(true)
    expect(i.low >= -1 && i.low < i.high && i.high <= 1).toBe(true)
    expect(w4.high - w4.low).toBeLessThan(w.high - w.low)
  }))
})

test('one extreme answer, or many, is clipped at the end of the scale', () => {
  expect(shrunkIndexInterval({ n: 5, s: 5, q: 5 })?.high).toBe(1)
  expect(shrunkIndexInterval({ n: 5, s: -5, q: 5 })?.low).toBe(-1)
  expect(shrunkIndexInterval({ n: 1, s: 1, q: 1 })?.low).toBeGreaterThan(-1)
  expect(wilson(7, 7)?.high).toBe(1)
})

function logFactorials(n: number): number[] {
  const logs = [0]
  for (let i = 1; i <= n; i += 1) logs.push((logs[i - 1] ?? 0) + Math.log(i))
  return logs
}

/** Chance that the interval holds the true score, summed over every possible outcome of n answers. */
function coverage(n: number, promoters: number, detractors: number): number {
  const lf = logFactorials(n)
  const log = (i: number) => lf[i] ?? 0
  let covered = 0
  for (let p = 0; p <= n; p += 1) {
    for (let d = 0; d <= n - p; d += 1) {
      const interval = shrunkIndexInterval({ n, s: p - d, q: p + d }, z95)
      const truth = promoters - detractors
      if (!interval || truth < interval.low || truth > interval.high) continue
      const rest = n - p - d
      const chance = p * Math.log(promoters) + d * Math.log(detractors) + rest * Math.log(1 - promoters - detractors)
      covered += Math.exp(log(n) - log(p) - log(d) - log(rest) + chance)
    }
  }
  return covered
}

test.each([
  [15, 0.5, 0.2],
  [15, 0.1, 0.7],
  [60, 0.54, 0.18],
  [200, 0.48, 0.27],
])('of %i answers with promoters %f and detractors %f the interval holds the truth in 93 to 98 percent', (n, p, d) => {
  expect(coverage(n, p, d)).toBeGreaterThan(0.93)
  expect(coverage(n, p, d)).toBeLessThan(0.98)
})
