import { expect, test } from 'vitest'
import { pearson, spearman } from '#lib/stats/drivers/correlation'
import { addPair, mergePairs } from '#lib/stats/drivers/pairs'
import { expectClose } from '../close'
import { pairsOf } from './pairs-of'

// e of twelve people in units of 1/18000 and their NPS, with ties on both sides.
const E_OF_STAGE = [18000, 9000, 9000, -9000, 0, 18000, -18000, 4500, 9000, -9000, 0, 13500]
const NPS = [10, 9, 7, 3, 6, 9, 0, 8, 9, 6, 5, 10]
const twelve = pairsOf(E_OF_STAGE, NPS)

// Frozen from scipy 1.17.1: pearsonr(...).statistic and .confidence_interval(0.95), spearmanr(...).statistic.
test('Pearson and its interval are those of scipy', () => {
  const { r, low, high, n } = pearson(twelve) ?? {}
  expectClose(r, 0.9228537011051223)
  expectClose(low, 0.741862852902461)
  expectClose(high, 0.9785098535516331)
  expect(n).toBe(12)
})

test('Spearman gives ties their middle rank, as scipy does', () => {
  expectClose(spearman(twelve)?.r, 0.9212894884652596)
  expectClose(spearman(pairsOf([1, 2, 2, 4, 5], [2, 1, 3, 3, 9]))?.r, 0.7631578947368421)
})

test('Spearman sees only the order: it does not change when the outcome is stretched', () => {
  const stretched = pairsOf(E_OF_STAGE, NPS.map((y) => y ** 3))
  expect(spearman(stretched)).toEqual(spearman(twelve))
  expect(pearson(stretched)?.r).not.toBeCloseTo(pearson(twelve)?.r ?? 0, 3)
})

test('a yes or no outcome gives the point-biserial correlation', () => {
  const pairs = pairsOf([0, 0, 1, 1, 1, 2], [0, 0, 0, 1, 1, 1])
  // n sum(xy) - sum(x) sum(y) = 9, over sqrt(17 * 9)
  expectClose(pearson(pairs)?.r, Math.sqrt(9 / 17))
})

test('a perfect line is its own interval, upwards and downwards', () => {
  expect(pearson(pairsOf([1, 2, 3, 4], [2, 4, 6, 8]))).toEqual({ r: 1, low: 1, high: 1, n: 4 })
  expect(pearson(pairsOf([1, 2, 3, 4], [8, 6, 4, 2]))).toEqual({ r: -1, low: -1, high: -1, n: 4 })
})

test('below four people, and without variance on a side, there is no correlation', () => {
  expect(pearson(new Map())).toBeNull()
  expect(pearson(pairsOf([1, 2, 3], [1, 3, 2]))).toBeNull()
  expect(pearson(pairsOf([5, 5, 5, 5], [1, 3, 2, 4]))).toBeNull()
  expect(spearman(pairsOf([1, 2, 3, 4], [7, 7, 7, 7]))).toBeNull()
})

test('the same people a million times over keep r to the last digits and narrow its interval', () => {
  const many = new Map()
  for (const [i, x] of E_OF_STAGE.entries()) addPair(many, x, NPS[i] ?? 0, 1_000_000)
  const { r = 0, low = 0, high = 0, n } = pearson(mergePairs(many, new Map())) ?? {}
  expectClose(r, 0.9228537011051223)
  expect(n).toBe(12_000_000)
  expect(high - low).toBeLessThan(0.001)
})
