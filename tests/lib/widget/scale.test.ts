import { expect, test } from 'vitest'
import { stepFor } from '#lib/widget/keys'
import { faultsIn, isEmpty, isOnScale, readData, STEPS } from '#lib/widget/scale'
import type { AskedQuestion } from '#lib/widget/types'
import { ALL, SURVEY, words } from './surveys'

const { questions } = SURVEY
const ask = (instrument: AskedQuestion['instrument']): AskedQuestion => ({ id: instrument, instrument, text: '?', required: false })

test('a form becomes numbers and texts, and what is empty is no answer', () => {
  expect(readData(questions, { recommend: ['0'], felt: ['-0.5'], why: ['  '] })).toEqual({ recommend: 0, felt: -0.5 })
  expect(readData(questions, { recommend: [''], stranger: ['3'] })).toEqual({})
})

test('what is ticked becomes a list, a consent yes or no', () => {
  expect(readData(ALL.questions, { words: ['joy', 'trust'], way: ['card'], parts: ['price', 'price'], contact: ['yes'] })).toEqual({
    words: ['joy', 'trust'], way: 'card', parts: ['price'], contact: true,
  })
  expect(readData([ask('consent')], {})).toEqual({ consent: false })
  expect(readData([ask('emotions')], { emotions: ['none', 'joy'] })).toEqual({ emotions: ['joy'] })
  expect(readData([ask('emotions')], { emotions: ['none'] })).toEqual({ emotions: ['none'] })
})

test('a box that nobody ticked is no answer by itself', () => {
  expect([isEmpty({}), isEmpty({ contact: false }), isEmpty({ contact: true }), isEmpty({ recommend: 0 })]).toEqual([true, true, false, false])
})

test('a score of zero answers a question that needs an answer', () => {
  expect(faultsIn(questions, { recommend: 0 }, words)).toEqual({})
  expect(faultsIn(questions, {}, words)).toEqual({ recommend: 'Please choose a number.' })
})

test('a consent that is needed must be given, and no more may be chosen than asked for', () => {
  const needed = { ...ask('consent'), required: true }
  expect(faultsIn([needed], { consent: false }, words)).toEqual({ consent: words.needConsent })
  expect(faultsIn([needed], { consent: true }, words)).toEqual({})
  expect(faultsIn([{ ...ask('choices'), most: 1 }], { choices: ['a', 'b'] }, words)).toEqual({ choices: 'Please choose at most 1.' })
})

test('a question may have a name that every object knows', () => {
  expect(faultsIn([{ ...ask('nps'), id: 'constructor', required: true }], {}, words)).toEqual({ constructor: 'Please choose a number.' })
})

test('an address can choose a step of the scale and nothing beside it', () => {
  expect(['9', '11', '9.5', '-1', 'nine', ''].map((text) => isOnScale(ask('nps'), text))).toEqual([true, false, false, false, false, false])
  expect(isOnScale(ask('sentiment'), '0.5')).toBe(true)
  expect(isOnScale(ask('comment'), 'x'.repeat(10_001))).toBe(false)
  expect([isOnScale(ask('emotions'), 'joy'), isOnScale(ask('emotions'), 'constructor')]).toEqual([true, false])
})

test('an address never consents', () => {
  expect(['yes', 'true', '1', 'on'].map((text) => isOnScale(ask('consent'), text))).toEqual([false, false, false, false])
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
