import { expect, test } from 'vitest'
import { isMixChanged } from '#lib/stats/compare/mix'

test('the same instruments in another order, or with derived ones beside them, are the same mix', () => {
  expect(isMixChanged(['csat', 'nps'], ['nps', 'csat', 'text', 'emotion'])).toBe(false)
  expect(isMixChanged([], ['text'])).toBe(false)
})

test('an instrument more or another one on either side is another mix', () => {
  expect(isMixChanged(['csat'], ['csat', 'ces'])).toBe(true)
  expect(isMixChanged(['csat', 'ces'], ['ces'])).toBe(true)
  expect(isMixChanged(['nps'], ['sentiment'])).toBe(true)
  expect(isMixChanged([], ['nps'])).toBe(true)
})
