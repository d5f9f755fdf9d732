import { expect, test } from 'vitest'
import { rankPains, whyFirst } from '#lib/stats/pain/rank'

const cell = (key: string, share: number | null, reach: number | null, impact: number, persistence = 0) =>
  ({ key, share, reach, impact, persistence })

test('the most severe is first, and of two alike the one that has lasted', () => {
  const ranked = rankPains([cell('a', 0.5, 0.4, 0.3), cell('b', 0.5, 0.4, 0.5), cell('c', 0.5, 0.4, 0.3, 2)])
  expect(ranked.map(({ key }) => key)).toEqual(['b', 'c', 'a'])
  expect(ranked[0]?.severity).toBeCloseTo(10, 12)
})

test('alike in everything they stay as given, and what is not known is left out', () => {
  const ranked = rankPains([cell('a', 0.2, 1, 0.3), cell('none', null, 1, 0.3), cell('b', 0.2, 1, 0.3), cell('lost', 0.2, null, 0.3)])
  expect(ranked.map(({ key }) => key)).toEqual(['a', 'b'])
  expect(rankPains([])).toEqual([])
})

test('a cell is first for what stands out against the median cell, the strongest first', () => {
  const cells = [cell('a', 0.5, 0.9, 0.3), cell('b', 0.2, 0.6, 0.3), cell('c', 0.1, 0.5, 0.3)]
  expect(whyFirst(cells[0] ?? cell('', 0, 0, 0), cells)).toEqual([
    { factor: 'share', value: 0.5, median: 0.2, times: 2.5 },
    { factor: 'reach', value: 0.9, median: 0.6, times: expect.closeTo(1.5, 12) },
  ])
  expect(whyFirst(cells[1] ?? cell('', 0, 0, 0), cells)).toEqual([])
})

test('the median of an even number lies between the two middle ones', () => {
  const cells = [0.1, 0.2, 0.4, 0.9].map((share) => cell('', share, 1, 0.3))
  expect(whyFirst(cell('', 0.9, 1, 0.3), cells)).toEqual([expect.objectContaining({ factor: 'share', median: expect.closeTo(0.3, 12) })])
})

test('alone, a cell stands out from nothing; above a median of zero it does, without a number of times', () => {
  const only = cell('a', 0.5, 0.9, 0.3)
  expect(whyFirst(only, [only])).toEqual([])
  const cells = [only, cell('b', 0, 0.9, 0.3), cell('c', 0, 0.9, 0.3), cell('d', null, 0.9, 0.3)]
  expect(whyFirst(only, cells)).toEqual([{ factor: 'share', value: 0.5, median: 0, times: null }])
})
