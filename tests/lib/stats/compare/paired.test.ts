import { expect, test } from 'vitest'
import { pairedDifference } from '#lib/stats/compare/paired'
import { expectClose } from '../close'
import { sumsOf } from './sums'

test('the same ten sleepers under two drugs sleep longer, as Student found in 1908', () => {
  // R's t.test(paired) on `sleep`: t -4.0621, df 9, p .002833, interval -2.4598858 to -0.7001142; digits by scipy 1.17.1 ttest_rel.
  const result = pairedDifference(sumsOf([-1.2, -2.4, -1.3, -1.3, 0, -1, -1.8, -0.8, -4.6, -1.4]))
  expectClose(result?.value, -158)
  expectClose(result?.t, -4.062127683382037)
  expectClose(result?.p, 0.002832890197384273)
  expectClose(result?.low, -245.9885763276983)
  expectClose(result?.high, -70.01142367230175)
  expect(result?.df).toBe(9)
})

test('differences that cancel are no change, with an interval around zero', () => {
  const result = pairedDifference(sumsOf([0.5, -0.5, 0.25, -0.25]))
  expect(result).toMatchObject({ value: 0, t: 0, p: 1 })
  expect(result?.low).toBe(-Number(result?.high))
})

test('one respondent, nobody, or all changed alike tell nothing about chance', () => {
  expect(pairedDifference(sumsOf([]))).toBeNull()
  expect(pairedDifference(sumsOf([0.5]))).toBeNull()
  expect(pairedDifference(sumsOf([0.1, 0.1, 0.1]))).toBeNull()
  expect(pairedDifference(sumsOf([0, 0, 0]))).toBeNull()
})
