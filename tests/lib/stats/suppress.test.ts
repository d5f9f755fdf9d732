import fc from 'fast-check'
import { expect, test } from 'vitest'
import { K_COMMENTS, K_DEFAULT, K_FLOOR, measure } from '#lib/stats/measure'
import { complementary, hidden, hide } from '#lib/stats/suppress'
import { counts } from './counts'

const sum = (ns: readonly number[]) => ns.reduce((a, b) => a + b, 0)

test('one to k - 1 answers are hidden, none and k are not', () => {
  expect([0, 1, 4, 5, 6].map((n) => hidden(n, K_DEFAULT))).toEqual([false, true, true, false, false])
  expect(hidden(7, K_COMMENTS) && hidden(2, K_FLOOR) && !hidden(3, K_FLOOR)).toBe(true)
})

test('a hidden number gives away neither value, interval nor n', () => {
  const shown = Object.freeze(measure('nps', counts('nps', { 9: 3, 0: 1 })))
  expect(hide(shown)).toEqual({ metric: 'nps', value: null, low: null, high: null, n: null, suppressed: true, lowN: false })
  expect(shown.n).toBe(4)
})

test.each([
  ['all big: nothing hides', [20, 30], [false, false]],
  ['one small cell takes the smallest visible one along', [3, 20, 40], [true, true, false]],
  ['two small cells that reach k are enough', [3, 4, 23], [true, true, false]],
  ['two small cells that are exactly k are enough', [2, 3, 50], [true, true, false]],
  ['two small cells that do not reach k take a third', [1, 2, 50, 40], [true, true, false, true]],
  ['an empty cell protects nobody and is not hidden', [3, 0, 20], [true, false, true]],
  ['of two smallest cells the first one hides', [20, 3, 20], [true, true, false]],
  ['no cells', [], []],
])('%s', (_, cells, expected) => {
  expect(complementary(sum(cells), cells, 5)).toEqual(expected)
})

test('a total hidden for its siblings cannot be read off its cells', () => {
  expect(complementary(97, [50, 47], 5, true)).toEqual([false, true])
  expect(complementary(97, [97], 5, true)).toEqual([true])
  expect(complementary(97, [2, 95], 5, true)).toEqual([true, true])
  expect(complementary(97, [50, 47], 5)).toEqual([false, false])
})

const anyCells = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 8 })
const anyK = fc.integer({ min: K_FLOOR, max: K_COMMENTS })

test('what subtraction from a shown total tells is always about k people and two cells, or about all of them', () => {
  fc.assert(fc.property(anyCells, anyK, (cells, k) => {
    const marks = complementary(sum(cells), Object.freeze(cells), k)
    const gone = cells.filter((_, i) => marks[i])
    expect(cells.every((n, i) => !hidden(n, k) || marks[i])).toBe(true)
    expect(gone.every((n) => n > 0)).toBe(true)
    if (gone.length === 0 || gone.length === cells.filter((n) => n > 0).length) return
    expect(gone.length).toBeGreaterThan(1)
    expect(sum(gone)).toBeGreaterThanOrEqual(k)
  }))
})

test('no more is hidden than must be: at most one cell of k or more', () => {
  fc.assert(fc.property(anyCells, anyK, (cells, k) => {
    const marks = complementary(sum(cells), cells, k)
    expect(cells.filter((n, i) => marks[i] && n >= k).length).toBeLessThanOrEqual(1)
    if (cells.every((n) => !hidden(n, k))) expect(marks.includes(true)).toBe(false)
  }))
})

test('over two levels the leaves hidden under a shown journey are about k people, or about all of them', () => {
  fc.assert(fc.property(fc.array(anyCells, { minLength: 1, maxLength: 5 }), anyK, (stages, k) => {
    const totals = stages.map(sum)
    const stageHidden = complementary(sum(totals), totals, k)
    const leaves = stages.map((cells, i) => ({ cells, marks: complementary(sum(cells), cells, k, stageHidden[i]) }))
    const goneIn = leaves.map(({ cells, marks }) => sum(cells.filter((_, i) => marks[i])))
    const underHidden = sum(goneIn.filter((_, i) => stageHidden[i]))
    if (underHidden > 0 && sum(totals) >= k) expect(underHidden).toBeGreaterThanOrEqual(k)
    stageHidden.forEach((isHidden, i) => {
      if (isHidden) expect(goneIn[i]).toBeGreaterThan(0)
    })
  }))
})
