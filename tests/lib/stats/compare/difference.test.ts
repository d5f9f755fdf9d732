import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexDifference } from '#lib/stats/compare/difference'
import { measureDifference } from '#lib/stats/compare/metric-difference'
import { z90 } from '#lib/stats/interval'
import { EMPTY } from '#lib/stats/tally'
import { expectClose } from '../close'
import { counts } from '../counts'

const before = counts('nps', { 10: 54, 7: 28, 0: 18 })
const after = counts('nps', { 10: 78, 7: 64, 0: 58 })

test('the worked example of METRICS 8', () => {
  const d = indexDifference({ n: 100, s: 36, q: 72 }, { n: 200, s: 20, q: 136 })
  expectClose(d?.z, 2.641163467280311)
  expectClose(d?.p, 0.00826218443358348)
  expectClose(d?.low, 6.47350655063906)
  expectClose(d?.high, 43.724972573183216)
  expectClose(d?.value, 100 * (36 / 103 - 20 / 203))
  expect(measureDifference('nps', before, after)).toEqual(d)
})

test('a side without answers leaves nothing to compare', () => {
  expect(measureDifference('nps', before, EMPTY)).toBeNull()
  expect(measureDifference('csat_mean', EMPTY, EMPTY)).toBeNull()
  expect(indexDifference({ n: 0, s: 0, q: 0 }, { n: 5, s: 5, q: 5 })).toBeNull()
})

const anySums = fc.record({ up: fc.nat(500), flat: fc.nat(500), down: fc.nat(500) })
  .filter(({ up, flat, down }) => up + flat + down > 0)
  .map(({ up, flat, down }) => ({ n: up + flat + down, s: up - down, q: up + down }))

test('turned round, the difference turns its sign and keeps its p', () => {
  fc.assert(fc.property(anySums, anySums, (a, b) => {
    const [ab, ba] = [indexDifference(a, b), indexDifference(b, a)]
    expectClose(ab?.p, Number(ba?.p))
    expect(ab?.low).toBeCloseTo(-Number(ba?.high), 9)
    expect(ab?.value).toBeCloseTo(-Number(ba?.value), 9)
  }))
})

test('p is below .05 exactly where the interval leaves zero out', () => {
  fc.assert(fc.property(anySums, anySums, (a, b) => {
    const d = indexDifference(a, b)
    if (!d) throw new Error('both sides have answers')
    expect(d.p < 0.05).toBe(d.low > 0 || d.high < 0)
  }))
})

test('a group does not differ from itself, and 90 percent is narrower than 95', () => {
  const sums = { n: 100, s: 36, q: 72 }
  expect(indexDifference(sums, sums)).toMatchObject({ value: 0, z: 0, p: 1 })
  expect(Number(indexDifference(sums, sums, z90)?.high)).toBeLessThan(Number(indexDifference(sums, sums)?.high))
})

test('all against nothing goes beyond 100 and stays finite', () => {
  const d = measureDifference('nps', counts('nps', { 10: 1000 }), counts('nps', { 0: 1000 }))
  expect(d?.high).toBeGreaterThan(199)
  expect(Number(d?.p)).toBeGreaterThanOrEqual(0)
  expect(Number(d?.p)).toBeLessThan(1e-300)
})

test('shares differ in percentage points, means in steps of their scale', () => {
  const [good, bad] = [counts('csat', { 5: 100, 2: 20 }), counts('csat', { 5: 60, 2: 40 })]
  // As a share with three pseudo-answers, half of them in the box: (100 + 1.5)/123 - (60 + 1.5)/103.
  const share = measureDifference('csat_top2_pct', good, bad)
  expectClose(share?.value, 100 * (101.5 / 123 - 61.5 / 103))
  expectClose(share?.low, 11.302338743704537)
  const mean = measureDifference('csat_mean', good, bad)
  expectClose(mean?.value, (100 * 2 - 20) / 123 - (60 * 2 - 40) / 103)
  const ease = measureDifference('ces_mean', counts('ces', { 7: 97 }), counts('ces', { 1: 97 }))
  expectClose(ease?.value, 3 * 2 * 0.97)
})
