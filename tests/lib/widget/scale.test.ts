import { expect, test } from 'vitest'
import { stepFor } from '#lib/widget/keys'
import { nextRevision } from '#lib/widget/progress'
import { isOnScale, missing, readData, STEPS } from '#lib/widget/scale'
import type { AskedQuestion } from '#lib/widget/types'
import { SURVEY } from './surveys'

const { questions } = SURVEY
const ask = (instrument: AskedQuestion['instrument']): AskedQuestion => ({ id: instrument, instrument, text: '?', required: false })

test('a form becomes numbers and texts, and what is empty is no answer', () => {
  expect(readData(questions, { recommend: '0', felt: '-0.5', why: '  ' })).toEqual({ recommend: 0, felt: -0.5 })
  expect(readData(questions, { recommend: '', stranger: '3' })).toEqual({})
})

test('a score of zero answers a question that needs an answer', () => {
  expect(missing(questions, { recommend: 0 })).toEqual({})
  expect(missing(questions, {})).toEqual({ recommend: 'Please choose a number.' })
})

test('an address can choose a step of the scale and nothing beside it', () => {
  expect(['9', '11', '9.5', '-1', 'nine', ''].map((text) => isOnScale(ask('nps'), text))).toEqual([true, false, false, false, false, false])
  expect(isOnScale(ask('sentiment'), '0.5')).toBe(true)
  expect(isOnScale(ask('comment'), 'x'.repeat(10_001))).toBe(false)
})

test('a digit is a score, and one and zero in a row are ten', () => {
  expect(stepFor(STEPS.nps, '0', null, 0)).toBe('0')
  expect(stepFor(STEPS.nps, '0', { digit: '1', at: 100 }, 400)).toBe('10')
  expect(stepFor(STEPS.nps, '0', { digit: '1', at: 100 }, 4000)).toBe('0')
  expect(stepFor(STEPS.csat, '0', { digit: '1', at: 100 }, 400)).toBeNull()
  expect(stepFor(STEPS.csat, '6', null, 0)).toBeNull()
})

test('faces are counted from one to five', () => {
  expect(['1', '3', '5', '6', '0'].map((digit) => stepFor(STEPS.sentiment, digit, null, 0))).toEqual(['-1', '0', '1', null, null])
})

test('the same content again keeps its revision, other content is the next', () => {
  const first = nextRevision({ revision: -1, sent: '' }, 'a')
  expect(first).toBe(0)
  expect(nextRevision({ revision: first, sent: 'a' }, 'a')).toBe(0)
  expect(nextRevision({ revision: first, sent: 'a' }, 'b')).toBe(1)
})
