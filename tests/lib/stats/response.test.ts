import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AskedInstrument, EMOTION_UNIT, emotionUnits } from '#lib/stats/instruments'
import { type ScoredAnswer, responseEmotions } from '#lib/stats/response'
import { anyScore } from './counts'

const at = (touchpoint: string, instrument: ScoredAnswer['instrument'], score: number, stage = 'buy'): ScoredAnswer =>
  ({ touchpoint, stage, instrument, score })

test('a touchpoint feels as the mean of its asked instruments', () => {
  const { touchpoints, stages } = responseEmotions([at('cart', 'nps', 3), at('cart', 'ces', 2), at('cart', 'sentiment', -60)])
  expect(touchpoints).toEqual(new Map([['cart', -10000]]))
  expect(stages).toEqual(new Map([['buy', -10000]]))
})

test('a stage is the mean over its touchpoints, however many answers each has', () => {
  const cart = [at('cart', 'csat', 5), at('cart', 'nps', 10), at('cart', 'ces', 7)]
  const answers = [...cart, at('pay', 'csat', 1), at('help', 'csat', 3, 'use')]
  const { touchpoints, stages } = responseEmotions(answers)
  expect(touchpoints).toEqual(new Map([['cart', 18000], ['pay', -18000], ['help', 0]]))
  expect(stages).toEqual(new Map([['buy', 0], ['use', 0]]))
})

test('a comment has its own series and moves no emotion', () => {
  expect(responseEmotions([at('cart', 'text', -100), at('cart', 'csat', 5)]).touchpoints.get('cart')).toBe(18000)
  const onlyText = responseEmotions([at('cart', 'text', -100)])
  expect(onlyText.touchpoints.size + onlyText.stages.size).toBe(0)
  expect(responseEmotions([]).stages.size).toBe(0)
})

test('a mean between two units goes away from zero, and a stage is rounded once', () => {
  const seven = (sign: 1 | -1) => [at('a', 'csat', 3 + sign), ...new Array<ScoredAnswer>(6).fill(at('a', 'csat', 3))]
  expect(responseEmotions(seven(1)).stages.get('buy')).toBe(1286)
  expect(responseEmotions(seven(-1)).stages.get('buy')).toBe(-1286)
  // 16 answers give 9000/16 = 562.5; with a touchpoint at 0 the stage is 281.25, but 563/2 would round to 282.
  const sixteen = [at('a', 'csat', 4), ...new Array<ScoredAnswer>(15).fill(at('a', 'csat', 3)), at('b', 'csat', 3)]
  expect(responseEmotions(sixteen).touchpoints.get('a')).toBe(563)
  expect(responseEmotions(sixteen).stages.get('buy')).toBe(281)
})

test('the order of answers changes nothing, and a lone answer is its own e', () => {
  const anyAnswer = fc.constantFrom<AskedInstrument>('nps', 'csat', 'ces', 'sentiment').chain((instrument) => fc.record({
    instrument: fc.constant(instrument),
    score: anyScore(instrument),
    touchpoint: fc.constantFrom('a', 'b', 'c'),
    stage: fc.constant('buy'),
  }))
  fc.assert(fc.property(fc.array(anyAnswer, { minLength: 1, maxLength: 30 }), (answers) => {
    const forward = responseEmotions(Object.freeze(answers))
    expect(responseEmotions([...answers].reverse())).toEqual(forward)
    for (const e of [...forward.touchpoints.values(), ...forward.stages.values()]) {
      expect(Math.abs(e)).toBeLessThanOrEqual(EMOTION_UNIT)
      expect(Number.isInteger(e) && !Object.is(e, -0)).toBe(true)
    }
    const alone = answers.slice(0, 1)
    for (const a of alone) expect(responseEmotions(alone).stages.get('buy')).toBe(emotionUnits(a.instrument, a.score))
  }))
})
