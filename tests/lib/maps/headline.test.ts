import { expect, test } from 'vitest'
import { headlineOf } from '#lib/maps/headline'
import type { MapStage } from '#lib/maps/types'
import { measureIndex } from '#lib/stats/index-of'
import { measure, metricOf } from '#lib/stats/measure'
import { hide } from '#lib/stats/suppress'
import { EMPTY, type Tally } from '#lib/stats/tally'
import { counts } from '../stats/counts'

const none = (instrument: 'nps' | 'csat' | 'ces' | 'sentiment' | 'text') => measure(metricOf(instrument), EMPTY)

/** A stage where only NPS was asked. */
function stage(name: string, tally: Tally, isHidden = false): MapStage {
  const [emotion, nps] = [measureIndex('nps', tally), measure('nps', tally)]
  const numbers = { csat: none('csat'), ces: none('ces'), sentiment: none('sentiment'), text: none('text') }
  return { key: name, name, position: 1, touchpoints: [], ...numbers, emotion: isHidden ? hide(emotion) : emotion, nps: isHidden ? hide(nps) : nps }
}

const middling = stage('Order', counts('nps', { 10: 60, 7: 40, 3: 60 }))
const bad = stage('Equipment', counts('nps', { 10: 10, 2: 90 }))
const worseButFew = stage('Use', counts('nps', { 0: 12 }))

test('the lowest stage whose interval lies apart is named in the unit that was asked', () => {
  expect(headlineOf([middling, bad])).toBe('Equipment hurts most: NPS −80 (−90 to −66), 100 answers.')
})

test('a stage with few answers does not win, but is not passed over', () => {
  expect(headlineOf([middling, bad, worseButFew])).toMatch(/^Equipment hurts most: .* Use lies lower still, with only 12 answers\.$/)
})

test('stages whose intervals meet are not told apart', () => {
  expect(headlineOf([middling, stage('Pay', counts('nps', { 10: 55, 7: 40, 3: 65 }))])).toBe('No stage stands out clearly yet.')
  expect(headlineOf([bad])).toBe('No stage stands out clearly yet.')
})

test('a lowest stage that people like is no pain', () => {
  const liked = stage('Order', counts('nps', { 8: 100 }))
  expect(headlineOf([liked, stage('Use', counts('nps', { 10: 100 }))])).toMatch(/^Order is the low point: NPS 0 /)
})

test('nothing and too little are said as they are', () => {
  const empty = stage('Order', EMPTY)
  expect(headlineOf([empty])).toBe('No answers yet in this period.')
  expect(headlineOf([empty, stage('Use', counts('nps', { 0: 3 }), true)])).toBe('Too few answers to show yet.')
})
