import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexEstimate } from '#lib/stats/interval'
import { type Stratum, effectiveN, postStratified } from '#lib/stats/weighted'
import { drawCounts, seeded } from '../../simulations/random'
import { expectClose } from './close'

const sums = (up: number, flat: number, down: number) => ({ n: up + flat + down, s: up - down, q: up + down })

test('two strata by hand (mpmath 1.3.0)', () => {
  const estimate = postStratified([{ weight: 60, sums: sums(54, 28, 18) }, { weight: 40, sums: sums(20, 20, 10) }])
  expectClose(estimate?.value, 29.6)
  expectClose(estimate?.low, 16.887284278936395)
  expectClose(estimate?.high, 41.173865033440805)
  expectClose(estimate?.nEff, 147.05882352941177)
})

const anySums = fc.tuple(fc.nat(90), fc.nat(90), fc.nat(90)).map(([up, flat, down]) => sums(up + 1, flat, down))

test('one stratum is the index, with its interval and its n', () => {
  fc.assert(fc.property(anySums, fc.double({ min: 0.1, max: 9, noNaN: true }), (only, weight) => {
    const weighted = postStratified([{ weight, sums: only }])
    const index = indexEstimate(only)
    expect(weighted?.value).toBeCloseTo(Number(index?.value), 9)
    expect(weighted?.low).toBeCloseTo(Number(index?.low), 9)
    expect(weighted?.high).toBeCloseTo(Number(index?.high), 9)
    expect(weighted?.nEff).toBeCloseTo(only.n, 9)
  }))
})

test('weights in proportion to the answers change neither value nor n, whatever their unit and order', () => {
  fc.assert(fc.property(anySums, anySums, (a, b) => {
    const estimate = postStratified([{ weight: a.n, sums: a }, { weight: b.n, sums: b }])
    expect(estimate?.value).toBeCloseTo((100 * (a.s + b.s)) / (a.n + b.n), 9)
    expect(estimate?.nEff).toBeCloseTo(a.n + b.n, 8)
    const turned = postStratified([{ weight: 7 * b.n, sums: b }, { weight: 7 * a.n, sums: a }])
    expect(turned?.low).toBeCloseTo(Number(estimate?.low), 9)
  }))
})

test('a stratum without answers leaves no estimate, one without weight does not count', () => {
  const known = { weight: 1, sums: sums(5, 5, 5) }
  expect(postStratified([known, { weight: 1, sums: sums(0, 0, 0) }])).toBeNull()
  expect(postStratified([known, { weight: 0, sums: sums(0, 0, 0) }])).toEqual(postStratified([known]))
  expect(postStratified([])).toBeNull()
  expect(() => postStratified([{ weight: -1, sums: sums(1, 1, 1) }])).toThrow(RangeError)
})

test('n_eff counts equal weights, and lies below n where they differ', () => {
  expect(effectiveN([3, 3, 3, 3])).toBe(4)
  expect(effectiveN([4, 1, 1])).toBe(2)
  expect([effectiveN([]), effectiveN([0, 0])]).toEqual([null, null])
  expect(() => effectiveN([1, -1])).toThrow(RangeError)
})

test.each([2, 4, 10])('with %i strata of ten answers the interval holds the truth in 92 to 97 percent', (k) => {
  const random = seeded(k)
  const populations = Array.from({ length: k }, (_, h) => ({ weight: h + 1, shares: [0.3 + (0.6 * h) / k, 0.08, 0.62 - (0.6 * h) / k] }))
  const total = populations.reduce((sum, { weight }) => sum + weight, 0)
  const truth = populations.reduce((sum, { weight, shares: [up = 0, , down = 0] }) => sum + (100 * weight * (up - down)) / total, 0)
  let covered = 0
  for (let run = 0; run < 4000; run += 1) {
    const strata: Stratum[] = populations.map(({ weight, shares }) => {
      const [up = 0, flat = 0, down = 0] = drawCounts(shares, 10, random)
      return { weight, sums: sums(up, flat, down) }
    })
    const estimate = postStratified(strata)
    if (estimate && estimate.low <= truth && truth <= estimate.high) covered += 1
  }
  expect(covered / 4000).toBeGreaterThan(0.92)
  expect(covered / 4000).toBeLessThan(0.97)
})
