import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PairCounts, addPair, mergePairs, pairSums } from '#lib/stats/drivers/pairs'
import { pairsOf } from './pairs-of'

const anyPairs = fc.array(fc.tuple(fc.integer({ min: -18000, max: 18000 }), fc.integer({ min: 0, max: 10 })), { maxLength: 20 })

test('pairs one by one, merged in parts, and in any order are the same table', () => {
  fc.assert(fc.property(anyPairs, anyPairs, (some, others) => {
    const table = (pairs: [number, number][]) => pairsOf(pairs.map(([x]) => x), pairs.map(([, y]) => y))
    const whole = table([...some, ...others])
    expect(mergePairs(table(some), table(others))).toEqual(whole)
    expect(mergePairs(table(others), table(some.toReversed()))).toEqual(whole)
  }))
})

test('what came and is taken back leaves no trace, and more cannot be taken back', () => {
  const pairs = pairsOf([18000, 9000], [10, 9])
  addPair(pairs, 9000, 9, -1)
  expect(pairs).toEqual(pairsOf([18000], [10]))
  expect(() => addPair(pairs, 9000, 9, -1)).toThrow(RangeError)
  expect(pairs).toEqual(pairsOf([18000], [10]))
})

test('a pair off the grid is refused', () => {
  expect(() => addPair(new Map(), 0.5, 1)).toThrow(RangeError)
  expect(() => addPair(new Map(), 1, Number.NaN)).toThrow(RangeError)
})

test('the sums are exact where doubles are not', () => {
  const pairs: PairCounts = new Map()
  addPair(pairs, 18000, 10, 10 ** 12)
  addPair(pairs, -17999, 3)
  expect(pairSums(pairs)).toEqual({
    n: 10 ** 12 + 1, x: 18000n * 10n ** 12n - 17999n, y: 10n ** 13n + 3n, xx: 324_000_000n * 10n ** 12n + 323_964_001n, yy: 10n ** 14n + 9n, xy: 18n * 10n ** 16n - 53_997n,
  })
})
