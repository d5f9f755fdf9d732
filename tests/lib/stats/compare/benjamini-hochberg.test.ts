import fc from 'fast-check'
import { expect, test } from 'vitest'
import { benjaminiHochberg } from '#lib/stats/compare/benjamini-hochberg'
import { expectClose } from '../close'

const EXAMPLE = Object.freeze([0.001, 0.008, 0.012, 0.034, 0.041, 0.2, 0.6])
const EXPECTED = [0.007, 0.028, 0.028, 0.0574, 0.0574, 0.23333333333333334, 0.6]

test('the worked example of METRICS 8, also turned round', () => {
  benjaminiHochberg(EXAMPLE).forEach((q, i) => expectClose(q, EXPECTED[i] ?? NaN))
  benjaminiHochberg([...EXAMPLE].reverse()).forEach((q, i) => expectClose(q, EXPECTED[6 - i] ?? NaN))
})

// Benjamini & Hochberg 1995: fifteen tests of the thrombolysis study, the four smallest are rejected at q .05.
test('the published example rejects the four smallest', () => {
  const ps = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]
  expect(benjaminiHochberg(ps).filter((q) => q <= 0.05).length).toBe(4)
})

test('q never lies below p, never above 1, and keeps the order of p', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (ps) => {
    const qs = benjaminiHochberg(ps)
    expect(qs.length).toBe(ps.length)
    qs.forEach((q, i) => {
      expect(q).toBeGreaterThanOrEqual((ps[i] ?? NaN) * (1 - 1e-12))
      expect(q).toBeLessThanOrEqual(1)
      qs.forEach((other, j) => expect((ps[i] ?? 0) < (ps[j] ?? 0) && q > other).toBe(false))
    })
  }))
})

test('one test keeps its p, none have no q, and what is no p is refused', () => {
  expect(benjaminiHochberg([0.04])).toEqual([0.04])
  expect(benjaminiHochberg([])).toEqual([])
  for (const wrong of [-0.1, 1.1, NaN]) expect(() => benjaminiHochberg([0.5, wrong, 0.1])).toThrow(RangeError)
})
