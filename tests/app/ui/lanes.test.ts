import { expect, test } from 'vitest'
import { LANE_IDS, moved, settled } from '../../../app/w/[workspace]/journeys/[journey]/_lanes/settings'

const ids = (lanes: readonly { id: string }[]) => lanes.map(({ id }) => id)

test('a lane that is newer than a choice stands where it usually does, one that is gone is left out', () => {
  const chosen = [{ id: 'pain', folded: true }, { id: 'weather', folded: false }, { id: 'emotion', folded: false }]
  const lanes = settled(chosen)
  expect(ids(lanes).slice(0, 2)).toEqual(['pain', 'campaigns'])
  expect(lanes[0]).toEqual({ id: 'pain', folded: true })
  expect(ids(lanes).indexOf('scores')).toBe(ids(lanes).indexOf('emotion') + 1)
  expect(ids(lanes).toSorted()).toEqual([...LANE_IDS].toSorted())
})

test('no order loses or doubles a lane, whatever was stored', () => {
  expect(ids(settled([]))).toEqual([...LANE_IDS])
  expect(ids(settled([{ id: 'pain', folded: true }, { id: 'pain', folded: false }])).toSorted()).toEqual([...LANE_IDS].toSorted())
})

test('a lane moves one place and stays at an end', () => {
  const lanes = settled([])
  expect(ids(moved(lanes, 'scores', 0)).slice(0, 2)).toEqual(['scores', 'emotion'])
  expect(ids(moved(lanes, 'emotion', -1))).toEqual([...LANE_IDS])
  expect(ids(moved(lanes, 'emotion', 99)).at(-1)).toBe('emotion')
})
