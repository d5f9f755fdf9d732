import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMOTION_UNIT, SCALES, emotionUnits, orientScore } from '#lib/stats/instruments'
import { anyScore } from './counts'

const scored = ['nps', 'csat', 'ces', 'sentiment', 'text'] as const

test('every scale runs from -1 over 0 to 1 in whole units', () => {
  for (const instrument of scored) {
    const { lo, hi, unitsPerStep } = SCALES[instrument]
    expect(emotionUnits(instrument, lo)).toBe(-EMOTION_UNIT)
    expect(emotionUnits(instrument, hi)).toBe(EMOTION_UNIT)
    expect(emotionUnits(instrument, (lo + hi) / 2)).toBe(0)
    expect(emotionUnits(instrument, lo + 1) - emotionUnits(instrument, lo)).toBe(unitsPerStep)
    expect(unitsPerStep * (hi - lo)).toBe(2 * EMOTION_UNIT)
  }
})

test('e is the rescaled score of METRICS 1', () => {
  expect(emotionUnits('nps', 9)).toBe(0.8 * EMOTION_UNIT)
  expect(emotionUnits('csat', 4)).toBe(0.5 * EMOTION_UNIT)
  expect(emotionUnits('ces', 2)).toBe((-2 / 3) * EMOTION_UNIT)
  expect(emotionUnits('sentiment', -60)).toBe(-0.6 * EMOTION_UNIT)
  expect(emotionUnits('text', 1)).toBe(0.01 * EMOTION_UNIT)
})

test('a reversed question counts the other way and its middle is zero, never minus zero', () => {
  expect(emotionUnits('ces', 1, true)).toBe(EMOTION_UNIT)
  expect(emotionUnits('ces', 7, true)).toBe(-EMOTION_UNIT)
  expect(emotionUnits('ces', 4, true)).toBe(0)
  expect(emotionUnits('nps', 5, true)).toBe(0)
  expect(orientScore('ces', 2, true)).toBe(6)
  expect(orientScore('ces', 2)).toBe(2)
})

test('a mean of up to six answers on any scales is a whole number of units', () => {
  const anyUnits = fc.constantFrom(...scored).chain((instrument) =>
    anyScore(instrument).map((score) => emotionUnits(instrument, score)),
  )
  fc.assert(fc.property(fc.array(anyUnits, { minLength: 1, maxLength: 6 }), (units) => {
    const sum = units.reduce((a, b) => a + b, 0)
    expect(Math.abs(sum % units.length)).toBe(0)
  }))
})
