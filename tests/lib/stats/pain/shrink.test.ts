import fc from 'fast-check'
import { expect, test } from 'vitest'
import { priorShare, priorStrength, shrunkShare } from '#lib/stats/pain/shrink'
import { expectClose } from '../close'

const NEGATIVE = [6, 30, 90, 5, 9]
const CELLS = [40, 120, 200, 6, 15].map((n, i) => ({ negative: NEGATIVE[i] ?? NaN, n }))
const EXPECTED = [0.19349081364829396, 0.25903492832626696, 0.4460692413448319, 0.5421587926509186, 0.5069816272965879]

test('the worked example of METRICS 8', () => {
  const prior = priorShare(CELLS)
  expectClose(prior, 0.3674540682414698)
  CELLS.forEach((cell, i) => expectClose(shrunkShare(cell, Number(prior)), EXPECTED[i] ?? NaN))
})

test('the strength that these cells ask for (mpmath 1.3.0)', () => {
  expectClose(priorStrength(CELLS), 7.900497950037968)
})

test('a place without answers has no share, a journey without any no prior', () => {
  expect(shrunkShare({ negative: 0, n: 0 }, 0.4)).toBeNull()
  expect([priorShare([]), priorShare([{ negative: 0, n: 0 }]), priorStrength([])]).toEqual([null, null, null])
  expectClose(priorStrength([...CELLS, { negative: 0, n: 0 }]), 7.900497950037968)
})

test('cells that spread like chance, or a single one, are all as the journey; cells that could not differ more are as themselves', () => {
  expect(priorStrength([{ negative: 30, n: 100 }, { negative: 60, n: 200 }])).toBe(1000)
  expect(priorStrength([{ negative: 3, n: 10 }])).toBe(1000)
  expect(priorStrength([{ negative: 0, n: 10 }, { negative: 0, n: 20 }])).toBe(1000)
  expect(priorStrength([{ negative: 0, n: 500 }, { negative: 500, n: 500 }])).toBe(2)
})

const anyCell = fc.nat(200).chain((n) => fc.record({ n: fc.constant(n + 1), negative: fc.nat(n + 1) }))

test('a shrunk share lies between its own share and the journey, and nearer to its own with less strength', () => {
  fc.assert(fc.property(anyCell, fc.double({ min: 0, max: 1, noNaN: true }), (cell, prior) => {
    const raw = cell.negative / cell.n
    const [near, far] = [Number(shrunkShare(cell, prior, 2)), Number(shrunkShare(cell, prior))]
    for (const share of [near, far]) {
      expect(share).toBeGreaterThanOrEqual(Math.min(raw, prior) - 1e-12)
      expect(share).toBeLessThanOrEqual(Math.max(raw, prior) + 1e-12)
    }
    expect(Math.abs(near - raw)).toBeLessThanOrEqual(Math.abs(far - raw) + 1e-12)
  }))
})

test('the strength stays between 2 and 1000', () => {
  fc.assert(fc.property(fc.array(anyCell, { minLength: 1, maxLength: 12 }), (cells) => {
    const m = priorStrength(cells)
    expect(m).toBeGreaterThanOrEqual(2)
    expect(m).toBeLessThanOrEqual(1000)
  }))
})
