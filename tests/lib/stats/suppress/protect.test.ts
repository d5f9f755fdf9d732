import fc from 'fast-check'
import { expect, test } from 'vitest'
import { complementary } from '#lib/stats/suppress'
import { protect } from '#lib/stats/suppress/protect'

/** One total over cells that are all shown by themselves. */
function beside(cells: readonly number[], k = 5): boolean[] {
  const every = cells.map((_, i) => i)
  return protect({ cells, aggregates: [...every.map((i) => ({ ways: [[i]] })), { ways: [every] }], k })
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
  expect(protect({ cells: [20, 3], aggregates: [{ ways: [[0, 1]] }, { ways: [[0]] }], k: 5 })).toEqual([false, true])
  expect(protect({ cells: [20, 0], aggregates: [{ ways: [[0, 1]] }, { ways: [[0]] }], k: 5 })).toEqual([false, false])
})

test('two tables that share a total do not tell in turns what each of them keeps', () => {
  // Touchpoints 3 + 40 + 50 beside a stage; the same by channel. Cells: a-web a-app b-web b-app c-web c-app.
  const cells = [2, 1, 20, 20, 25, 25]
  const ways = [[0, 1, 2, 3, 4, 5], [0, 1], [2, 3], [4, 5], [0, 2, 4], [1, 3, 5], [2], [3], [4], [5]]
  const gone = protect({ cells, aggregates: ways.map((way) => ({ ways: [way] })), k: 5 })
  expect(gone.slice(0, 4)).toEqual([false, true, true, false])
  // Either the stage by channel or b by channel: both would say 40 of b, and so 3 of a.
  expect(gone[6] && gone[7]).toBe(true)
})

test('two ways to say a number are known to be equal, also where it is hidden', () => {
  // A stage of 4 + 26 by touchpoint and of 15 + 15 by month: hidden for another reason, its months would still tell it.
  const aggregates = [{ ways: [[0, 1], [2, 3]] }, { ways: [[0]] }, { ways: [[1]] }, { ways: [[2]] }, { ways: [[3]] }]
  expect(protect({ cells: [10, 20, 15, 15], aggregates, k: 5, hide: [true] })).toEqual([true, true, false, true, false])
})

test('what is hidden stays hidden when it is asked again with its own answer', () => {
  const aggregates = [[0, 1, 2], [0], [1], [2]].map((way) => ({ ways: [way] }))
  const once = protect({ cells: [3, 9, 20], aggregates, k: 5 })
  expect(protect({ cells: [3, 9, 20], aggregates, k: 5, hide: once })).toEqual(once)
})
