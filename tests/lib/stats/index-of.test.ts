import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emotionIndex } from '#lib/stats/emotion'
import { instrumentIndex, measureIndex } from '#lib/stats/index-of'
import { emotionUnits } from '#lib/stats/instruments'
import { EMPTY, sumTallies, tallyOf } from '#lib/stats/tally'
import { expectClose } from './close'
import { anyScore, counts } from './counts'

test('CSAT counts 3, 5, 12, 40, 60 give the index and the interval of METRICS 8', () => {
  const m = measureIndex('csat', counts('csat', { 1: 3, 2: 5, 3: 12, 4: 40, 5: 60 }))
  expectClose(m.value, 62.083333333333336)
  expectClose(m.low, 51.750737375974595)
  expectClose(m.high, 69.38747400613923)
  expect([m.metric, m.n, m.lowN]).toEqual(['emotion_index', 120, false])
})

test('the index of an instrument is the emotion index of its answers one by one', () => {
  const instrument = fc.constantFrom('nps', 'csat', 'ces', 'sentiment' as const)
  const sample = instrument.chain((i) => fc.tuple(fc.constant(i), fc.array(anyScore(i), { minLength: 1, maxLength: 20 })))
  fc.assert(fc.property(sample, ([name, scores]) => {
    const direct = instrumentIndex(name, sumTallies(scores.map((score) => tallyOf(name, score))))
    const emotion = emotionIndex(sumTallies(scores.map((score) => tallyOf('emotion', emotionUnits(name, score)))))
    expect(direct?.value).toBeCloseTo(emotion?.value ?? Number.NaN, 9)
    expect(direct?.low).toBeCloseTo(emotion?.low ?? Number.NaN, 9)
  }))
})

test('without answers there is no index', () => {
  expect(measureIndex('ces', EMPTY)).toMatchObject({ value: null, n: 0, lowN: false, suppressed: false })
})
