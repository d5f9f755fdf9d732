import fc from 'fast-check'
import { expect, test } from 'vitest'
import { divideHalfAway, roundHalfAway } from '#lib/stats/round'

test('halves go away from zero on both sides', () => {
  expect([-2.5, -0.5, 0.5, 2.5, 2.4999, -2.4999].map((x) => roundHalfAway(x))).toEqual([-3, -1, 1, 3, 2, -2])
})

test('digits round the number as it is written', () => {
  expect(roundHalfAway(1.005, 2)).toBe(1.01)
  expect(roundHalfAway(-59.25, 1)).toBe(-59.3)
  expect(roundHalfAway(0.285, 2)).toBe(0.29)
  expect(roundHalfAway(1e-9, 1)).toBe(0)
  expect(roundHalfAway(1234.5, -2)).toBe(1200)
})

test('nothing rounds to minus zero', () => {
  for (const x of [-0.4, -0, -1e-12]) expect(Object.is(roundHalfAway(x), 0)).toBe(true)
})

test('whole division agrees with rounding the quotient', () => {
  expect([5n, -5n, 4n, -4n, 0n].map((a) => divideHalfAway(a, 2n))).toEqual([3n, -3n, 2n, -2n, 0n])
  fc.assert(fc.property(fc.integer({ min: -10000, max: 10000 }), fc.constantFrom(1, 2, 4, 8), (a, b) => {
    expect(divideHalfAway(BigInt(a), BigInt(b))).toBe(BigInt(roundHalfAway(a / b)))
  }))
})
