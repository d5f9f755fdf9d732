import fc from 'fast-check'
import { expect, test } from 'vitest'
import { INSTRUMENTS } from '#lib/stats/instruments'
import { EMPTY, addTallies, negateTally, stepOf, sumTallies, tallyOf } from '#lib/stats/tally'
import { anyScore } from './counts'

const anyScores = fc.constantFrom(...INSTRUMENTS).chain((instrument) =>
  fc.record({
    instrument: fc.constant(instrument),
    answer: anyScore(instrument),
    scores: fc.array(anyScore(instrument), { maxLength: 40 }),
  }),
)

test('nps, csat and ces count in the class of their score', () => {
  expect([0, 6, 10].map((score) => stepOf('nps', score))).toEqual([0, 6, 10])
  expect([1, 5].map((score) => stepOf('csat', score))).toEqual([1, 5])
  expect([1, 7].map((score) => stepOf('ces', score))).toEqual([1, 7])
})

test('sentiment classes split at -85, -70, -55, -40, -25 and mirror', () => {
  const scores = [-100, -86, -85, -71, -70, -56, -55, -41, -40, -25, -24, 0, 24, 25, 40, 41, 55, 56, 70, 71, 85, 86, 100]
  const steps = [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10]
  expect(scores.map((score) => stepOf('sentiment', score))).toEqual(steps)
  expect(scores.map((score) => stepOf('text', score))).toEqual(steps)
})

test('emotion is neutral at zero only and its classes are 0.2 wide', () => {
  const units = [-18000, -14401, -14400, -10800, -7200, -3600, -1, 0, 1, 3600, 7200, 10800, 14400, 14401, 18000]
  expect(units.map((e) => stepOf('emotion', e))).toEqual([0, 0, 1, 2, 3, 4, 4, 5, 6, 6, 7, 8, 9, 10, 10])
})

test('one answer is one in its class, with its sum and square', () => {
  expect(tallyOf('csat', 4)).toEqual({ n: 1, c: [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0], s: 4n, q: 16n })
  expect(tallyOf('sentiment', -100)).toEqual({ n: 1, c: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], s: -100n, q: 10000n })
})

test('a score off its scale, or not whole, makes no tally', () => {
  const wrong = [
    ['nps', 11], ['nps', -1], ['nps', NaN], ['csat', 0], ['csat', 3.5], ['ces', 8], ['text', 101], ['emotion', -18001],
  ] as const
  for (const [instrument, score] of wrong) {
    expect(() => tallyOf(instrument, score)).toThrow(RangeError)
    expect(() => stepOf(instrument, score)).toThrow(RangeError)
  }
})

test('adding one by one, in any order, in any halves, equals counting from raw', () => {
  fc.assert(fc.property(anyScores, fc.nat(40), ({ instrument, scores }, cut) => {
    const tallies = scores.map((score) => tallyOf(instrument, score))
    const total = sumTallies(tallies)
    expect(tallies.reduceRight(addTallies, EMPTY)).toEqual(total)
    expect(addTallies(sumTallies(tallies.slice(cut)), sumTallies(tallies.slice(0, cut)))).toEqual(total)
    expect(total.n).toBe(scores.length)
    expect(total.s).toBe(BigInt(scores.reduce((a, b) => a + b, 0)))
    expect(total.q).toBe(BigInt(scores.reduce((a, b) => a + b * b, 0)))
    expect(total.c).toEqual(EMPTY.c.map((_, i) => scores.filter((score) => stepOf(instrument, score) === i).length))
  }))
})

test('taking an answer back leaves what was there before', () => {
  fc.assert(fc.property(anyScores, ({ instrument, answer, scores }) => {
    const before = sumTallies(scores.map((score) => tallyOf(instrument, score)))
    const given = tallyOf(instrument, answer)
    expect(addTallies(addTallies(before, given), negateTally(given))).toEqual(before)
  }))
  expect(negateTally(EMPTY)).toEqual(EMPTY)
})

test('frozen tallies are added without being touched', () => {
  const a = Object.freeze({ ...tallyOf('nps', 10), c: Object.freeze([...tallyOf('nps', 10).c]) })
  expect(sumTallies(Object.freeze([a, a, EMPTY])).n).toBe(2)
  expect(sumTallies([])).toEqual(EMPTY)
  expect(a).toEqual(tallyOf('nps', 10))
  expect(EMPTY.n).toBe(0)
})

test('sums stay exact where a double would not', () => {
  const many = { n: 0, c: EMPTY.c, s: 2n ** 53n, q: 2n ** 63n }
  expect(addTallies(many, tallyOf('nps', 1)).s).toBe(2n ** 53n + 1n)
})
