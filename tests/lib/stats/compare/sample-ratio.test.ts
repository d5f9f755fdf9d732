import { expect, test } from 'vitest'
import { sampleRatio } from '#lib/stats/compare/sample-ratio'
import { expectClose } from '../close'

test('a split that looks even over a million people is blocked', () => {
  // Kohavi, Tang & Xu 2020, Trustworthy Online Controlled Experiments, chapter 21: p = 1.8E-6.
  const result = sampleRatio([821588, 815482], [1, 1])
  expect(result?.p).toBeCloseTo(1.8e-6, 7)
  expect(result).toMatchObject({ df: 1, blocked: true })
})

test('the peas of Mendel fit nine to three to three to one', () => {
  // Mendel 1866; chi-square .470, p .925 in the textbooks; digits by scipy 1.17.1 chisquare.
  const result = sampleRatio([315, 108, 101, 32], [9, 3, 3, 1])
  expectClose(result?.chiSquare, 0.4700239808153477)
  expectClose(result?.p, 0.925425895103616)
  expect(result).toMatchObject({ df: 3, blocked: false })
})

test('a split is blocked below one in a thousand and not before', () => {
  // The critical value of chi-square with one degree of freedom at .001 is 10.828 (any table).
  expect(sampleRatio([10164, 9836], [50, 50])).toMatchObject({ chiSquare: 5.3792, blocked: false })
  expect(sampleRatio([10232, 9768], [50, 50])).toMatchObject({ chiSquare: 10.7648, blocked: false })
  expect(sampleRatio([10233, 9767], [50, 50])).toMatchObject({ chiSquare: 10.8578, blocked: true })
})

test('the unit of the plan does not matter', () => {
  expect(sampleRatio([90, 12], [90, 10])?.p).toBeCloseTo(sampleRatio([90, 12], [0.9, 0.1])?.p ?? 0, 12)
})

test('before anybody came there is no split', () => {
  expect(sampleRatio([0, 0], [1, 1])).toBeNull()
})

test('a group without a plan, a plan without people and half a person are refused', () => {
  for (const [observed, planned] of [[[5], [1]], [[5, 5], [1, 1, 1]], [[5, 5], [1, 0]], [[5, -1], [1, 1]], [[5, 0.5], [1, 1]]] as const) {
    expect(() => sampleRatio(observed, planned)).toThrow(RangeError)
  }
})
