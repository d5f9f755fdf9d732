import { expect, test } from 'vitest'
import { persistence } from '#lib/stats/pain/persistence'

const bad = { n: 40, s: -20, q: 30 }
const good = { n: 40, s: 20, q: 30 }
const nobody = { n: 0, s: 0, q: 0 }
// Below zero, but not significantly.
const doubtful = { n: 40, s: -4, q: 30 }

test('the latest bad periods in a row are counted', () => {
  expect(persistence([bad, good, bad, bad])).toBe(2)
  expect(persistence([bad, bad, bad])).toBe(3)
  expect(persistence([bad, bad, good])).toBe(0)
  expect(persistence([])).toBe(0)
})

test('a period that is only doubtful, or without answers, ends the run', () => {
  expect(persistence([bad, bad, doubtful])).toBe(0)
  expect(persistence([bad, doubtful, bad])).toBe(1)
  expect(persistence([bad, nobody, bad, bad])).toBe(2)
  expect(persistence([bad, nobody])).toBe(0)
})
