import { expect, test } from 'vitest'
import { median, quadrantsOf } from '#lib/stats/drivers/quadrant'

const place = (importance: number | null, performance: number | null) => ({ importance, performance })

test('important and low is fixed first, and the other corners have their names', () => {
  const { lines, quadrants } = quadrantsOf([place(0.6, 10), place(0.5, 50), place(0.2, 20), place(0.1, 60)])
  expect(quadrants).toEqual(['fix', 'keep', 'watch', 'over'])
  expect(lines).toEqual({ importance: 0.35, performance: 35 })
})

test('a place on the median counts as important, and as not low', () => {
  expect(quadrantsOf([place(0.1, 0), place(0.2, 10), place(0.3, 20)]).quadrants).toEqual(['watch', 'keep', 'keep'])
})

test('a place without a number has no quadrant and moves no line', () => {
  const { lines, quadrants } = quadrantsOf([place(0.6, 10), place(null, -90), place(0.1, 60), place(0.9, null)])
  expect(quadrants).toEqual(['fix', null, 'over', null])
  expect(lines).toEqual({ importance: 0.35, performance: 35 })
})

test('one place alone has nothing to be compared with', () => {
  expect(quadrantsOf([place(0.6, 10), place(null, 5)])).toEqual({ lines: null, quadrants: [null, null] })
  expect(quadrantsOf([])).toEqual({ lines: null, quadrants: [] })
})

test('the median of an even number lies halfway, and of nothing is nothing', () => {
  expect([median([3, 1, 2]), median([4, 1]), median([])]).toEqual([2, 2.5, null])
})
