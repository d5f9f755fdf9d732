import { expect, test } from 'vitest'
import { draw, drawCounts, seeded } from './random'

const DRAWS = 200_000

test('a seed always tells the same story, another seed another', () => {
  const first = Array.from({ length: 5 }, seeded(7))
  expect(Array.from({ length: 5 }, seeded(7))).toEqual(first)
  expect(Array.from({ length: 5 }, seeded(8))).not.toEqual(first)
})

test('numbers spread evenly over [0, 1)', () => {
  const random = seeded(1)
  const tenths = new Array<number>(10).fill(0)
  for (let i = 0; i < DRAWS; i += 1) {
    const at = Math.floor(10 * random())
    tenths[at] = (tenths[at] ?? 0) + 1
  }
  const chiSquare = tenths.reduce((sum, n) => sum + (n - DRAWS / 10) ** 2 / (DRAWS / 10), 0)
  expect(tenths.length).toBe(10)
  expect(chiSquare).toBeLessThan(27.88) // the 99.9th percentile at nine degrees of freedom
})

test('indices come as often as their weights say', () => {
  const random = seeded(2)
  const seen = [0, 0, 0, 0]
  for (let i = 0; i < DRAWS; i += 1) {
    const at = draw([2, 0, 5, 3], random)
    seen[at] = (seen[at] ?? 0) + 1
  }
  expect(seen[1]).toBe(0)
  for (const [i, share] of [0.2, 0, 0.5, 0.3].entries()) expect((seen[i] ?? 0) / DRAWS).toBeCloseTo(share, 2)
})

// Mean and variance of a multinomial count: n p and n p (1 - p).
test.each([5, 300, 1200])('counts of %i draws add up and have the mean and the variance of the multinomial', (n) => {
  const random = seeded(3)
  const shares = [0.1, 0, 0.7, 0.2]
  const runs = Array.from({ length: 20_000 }, () => drawCounts(shares, n, random))
  expect(runs.every((counts) => counts.reduce((a, b) => a + b, 0) === n && counts.every((count) => count >= 0))).toBe(true)
  for (const [i, p] of shares.entries()) {
    const mean = runs.reduce((sum, counts) => sum + (counts[i] ?? 0), 0) / runs.length
    const variance = runs.reduce((sum, counts) => sum + ((counts[i] ?? 0) - mean) ** 2, 0) / runs.length
    expect(Math.abs(mean - n * p)).toBeLessThanOrEqual(0.03 * Math.sqrt(n * p * (1 - p)))
    expect(Math.abs(variance - n * p * (1 - p))).toBeLessThanOrEqual(0.05 * n * p * (1 - p))
  }
})
