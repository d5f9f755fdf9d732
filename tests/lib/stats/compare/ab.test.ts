import { expect, test } from 'vitest'
import { abResult } from '#lib/stats/compare/ab'
import { welch } from '#lib/stats/compare/welch'
import { sumsOfPublished } from './sums'

const arm = (n: number, mean: number, shown: number) => ({ sums: sumsOfPublished(n, mean, 0.6), shown, share: 1 })

test('a test is not final until both groups have the planned answers', () => {
  const few = arm(28, 0.1, 400)
  expect(abResult(arm(50, 0.3, 400), few, 50).state).toBe('not_final')
  expect(abResult(arm(50, 0.3, 400), arm(50, 0.1, 400), 50).state).toBe('final')
  expect(abResult(arm(50, 0.3, 400), few, null).state).toBe('not_final')
})

test('its difference is the one of Welch', () => {
  const [a, b] = [arm(50, 0.3, 400), arm(28, 0.1, 410)]
  expect(abResult(a, b, 50).difference).toEqual(welch(a.sums, b.sums))
})

test('a split that was not planned blocks the difference however large it is', () => {
  const result = abResult(arm(500, 0.6, 1000), arm(500, 0.1, 800), 50)
  expect(result).toMatchObject({ state: 'blocked', difference: null, split: { blocked: true } })
})

test('a test that nobody saw has neither split nor difference', () => {
  expect(abResult(arm(0, 0, 0), arm(0, 0, 0), 50)).toEqual({ state: 'not_final', difference: null, split: null })
})
