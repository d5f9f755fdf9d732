import fc from 'fast-check'
import { expect, test } from 'vitest'
import { complementary } from '#lib/stats/suppress'
import { protect } from '#lib/stats/suppress/protect'

/** One total over cells that are all shown by themselves. */
function beside(cells: readonly number[], k = 5): boolean[] {
  const every = cells.map((_, i) => i)
  return protect({ cells, aggregates: [...every.map((i) => [i]), every], k })
}

test.each([
  ['all big: nothing hides', [20, 30], [false, false, false]],
  ['one small cell takes the smallest visible one along', [3, 20, 40], [true, true, false, false]],
  ['two small cells that reach k are enough', [3, 4, 23], [true, true, false, false]],
  ['two small cells that do not reach k take a third', [1, 2, 50, 40], [true, true, false, true, false]],
  ['an empty cell protects nobody and is not hidden', [3, 0, 20], [true, false, true, false]],
  ['the only cell with answers is its total', [0, 4], [false, true, true]],
  ['nobody anywhere', [0, 0], [false, false, false]],
  ['no cells', [], [false]],
])('%s', (_, cells, expected) => {
  expect(beside(cells)).toEqual(expected)
})

test('beside one total it hides what complementary hides', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 7 }), (cells) => {
    const total = cells.reduce((sum, n) => sum + n, 0)
    fc.pre(total >= 5 && cells.filter((n) => n > 0).length > 1)
    const marks = complementary(total, cells, 5)
    fc.pre(!cells.every((n, i) => n === 0 || marks[i]))
    expect(beside(cells)).toEqual([...marks, false])
  }))
})

test('a channel that holds all of a stage but three does not stand beside it', () => {
  expect(protect({ cells: [20, 3], aggregates: [[0, 1], [0]], k: 5 })).toEqual([false, true])
  expect(protect({ cells: [20, 0], aggregates: [[0, 1], [0]], k: 5 })).toEqual([false, false])
})

test('two tables that share a total do not tell in turns what each of them keeps', () => {
  // Touchpoints 3 + 40 + 50 beside a stage; the same by channel. Cells: a-web a-app b-web b-app c-web c-app.
  const cells = [2, 1, 20, 20, 25, 25]
  const aggregates = [[0, 1, 2, 3, 4, 5], [0, 1], [2, 3], [4, 5], [0, 2, 4], [1, 3, 5], [2], [3], [4], [5]]
  const gone = protect({ cells, aggregates, k: 5 })
  expect(gone.slice(0, 4)).toEqual([false, true, true, false])
  // Either the stage by channel or b by channel: both would say 40 of b, and so 3 of a.
  expect(gone[6] && gone[7]).toBe(true)
})

test('sums that are known to be equal tell each other, also where both are hidden', () => {
  // A stage of 10 + 3 by touchpoint and of 6 + 7 by month, its total never shown: the months add up to what the touchpoints do.
  const aggregates = [[0], [1], [2], [3]]
  expect(protect({ cells: [10, 3, 6, 7], aggregates, equal: [[[0, 1], [2, 3]]], k: 5 })).toEqual([false, true, true, false])
  expect(protect({ cells: [10, 3, 6, 7], aggregates, k: 5 })).toEqual([false, true, false, false])
})

test('a group of one in each of four cells is found though no two numbers are nested', () => {
  // Months less channels: January but web, and March but app, are one person in each of four cells.
  const cells = [1, 1, 20, 1, 1, 20]
  const aggregates = [[0, 1, 2], [2], [3, 4, 5], [5], [0, 1, 2, 3, 4, 5]]
  expect(protect({ cells, aggregates, k: 5 })).toEqual([false, true, false, true, false])
})
