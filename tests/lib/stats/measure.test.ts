import fc from 'fast-check'
import { expect, test } from 'vitest'
import { INSTRUMENTS } from '#lib/stats/instruments'
import { type Metric, bucketShares, measure, metricOf } from '#lib/stats/measure'
import { type ScoredAnswer, responseEmotions } from '#lib/stats/response'
import { EMPTY, addTallies, sumTallies, tallyOf } from '#lib/stats/tally'
import { expectClose } from './close'
import { anyScore, counts } from './counts'

const METRICS: readonly Metric[] = [
  'nps', 'csat_top2_pct', 'csat_mean', 'ces_top3_pct', 'ces_mean', 'ces_net', 'emotion_index', 'sentiment_index', 'text_index',
]

function expectMeasured(metric: Metric, tally: Parameters<typeof measure>[1], value: number, low: number, high: number) {
  const m = measure(metric, tally)
  expectClose(m.value, value)
  expectClose(m.low, low)
  expectClose(m.high, high)
}

test('NPS of 54 promoters, 28 passives, 18 detractors', () => {
  expectMeasured('nps', counts('nps', { 10: 30, 9: 24, 8: 8, 7: 20, 6: 10, 0: 8 }), 36, 20.09956317128295, 49.80334945007626)
})

test('NPS of 167 telecom customers who received their equipment', () => {
  const equipment = counts('nps', { 9: 27, 8: 14, 2: 126 })
  expectMeasured('nps', equipment, -59.2814371257485, -69.58128388791849, -46.889304347375635)
  expect(measure('nps', equipment).n).toBe(167)
})

test('CSAT of 3, 5, 12, 40, 60 as share, as mean and as index', () => {
  const csat = counts('csat', { 1: 3, 2: 5, 3: 12, 4: 40, 5: 60 })
  expectMeasured('csat_top2_pct', csat, 83.33333333333333, 75.65471860673773, 88.9440036320154)
  const [low, high] = [3 + 2 * 0.51750737375974595, 3 + 2 * 0.6938747400613923]
  expectMeasured('csat_mean', csat, 4.241666666666666, low, high)
  const emotion = counts('emotion', { [-18000]: 3, [-9000]: 5, 0: 12, 9000: 40, 18000: 60 })
  expectMeasured('emotion_index', emotion, 62.083333333333336, 51.750737375974595, 69.38747400613923)
})

test('emotion index of the eight responses of METRICS', () => {
  const responses: Partial<Record<ScoredAnswer['instrument'], number>>[] = [
    { nps: 9, csat: 5 }, { nps: 3, ces: 2, sentiment: -60 }, { csat: 4 }, { sentiment: 25 },
    { nps: 7 }, { csat: 2, ces: 3 }, { nps: 10, sentiment: 80 }, { ces: 6 },
  ]
  const units = responses.map((response) => {
    const answers = Object.entries(response).map(([instrument, score]) =>
      ({ touchpoint: 't', stage: 's', instrument: instrument as ScoredAnswer['instrument'], score }))
    return responseEmotions(answers).stages.get('s') ?? NaN
  })
  const expected = [0.9, -0.5555555555555555, 0.5, 0.25, 0.4, -0.41666666666666663, 0.9, 0.6666666666666666]
  units.forEach((e, i) => expectClose(e / 18000, expected[i] ?? NaN))
  const tally = sumTallies(units.map((e) => tallyOf('emotion', e)))
  expectMeasured('emotion_index', tally, 33.05555555555556, -11.072355169837216, 59.1531632506453)
  expect(bucketShares('emotion', tally)).toEqual({ negative: 2, neutral: 0, positive: 6 })
})

test('CES is named three ways and 5 is easy in the share but not in the net', () => {
  const ces = counts('ces', { 1: 1, 3: 1, 4: 2, 5: 3, 6: 2, 7: 1 })
  expectClose(measure('ces_top3_pct', ces).value, 60)
  expectClose(measure('ces_mean', ces).value, 4.6)
  expectClose(measure('ces_net', ces).value, 10)
  expect(measure('ces_net', counts('ces', { 5: 3 })).value).toBe(0)
})

test('sentiment and text are 100 S/n of hundredths', () => {
  expectClose(measure('sentiment_index', counts('sentiment', { 80: 1, [-30]: 1 })).value, 25)
  expectClose(measure('text_index', counts('text', { [-100]: 3, 20: 1 })).value, -70)
  const emotion = measure('emotion_index', counts('emotion', { 14400: 4, [-5400]: 9 }))
  const { value, low, high } = measure('sentiment_index', counts('sentiment', { 80: 4, [-30]: 9 }))
  for (const [mine, same] of [[value, emotion.value], [low, emotion.low], [high, emotion.high]]) expectClose(mine, Number(same))
})

test('the buckets are those of METRICS 1', () => {
  const one = (scores: number[]) => Object.fromEntries(scores.map((score) => [score, 1]))
  expect(bucketShares('nps', counts('nps', one([0, 6, 7, 8, 9, 10])))).toEqual({ negative: 2, neutral: 2, positive: 2 })
  expect(bucketShares('csat', counts('csat', one([1, 2, 3, 4, 5])))).toEqual({ negative: 2, neutral: 1, positive: 2 })
  expect(bucketShares('ces', counts('ces', one([1, 2, 3, 4, 5, 6, 7])))).toEqual({ negative: 3, neutral: 1, positive: 3 })
  expect(bucketShares('text', counts('text', one([-100, -25, -24, 24, 25])))).toEqual({ negative: 2, neutral: 2, positive: 1 })
  expect(bucketShares('emotion', counts('emotion', one([-1, 0, 1])))).toEqual({ negative: 1, neutral: 1, positive: 1 })
})

test('no answers are null and n 0, never zero, and are not called low', () => {
  for (const metric of METRICS) {
    expect(measure(metric, EMPTY)).toEqual({ metric, value: null, low: null, high: null, n: 0, suppressed: false, lowN: false })
  }
})

test('from one answer on it is a number, marked as low until thirty', () => {
  expect(measure('nps', tallyOf('nps', 5))).toMatchObject({ value: -100, n: 1, lowN: true, suppressed: false })
  expect(measure('csat_mean', tallyOf('csat', 3)).value).toBe(3)
  expect(measure('nps', counts('nps', { 9: 29 })).lowN).toBe(true)
  expect(measure('nps', counts('nps', { 9: 30 })).lowN).toBe(false)
})

test('NPS through the index formula is promoters minus detractors', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 60 }), (scores) => {
    const percent = (isIn: (x: number) => boolean) => (100 * scores.filter(isIn).length) / scores.length
    const value = measure('nps', sumTallies(scores.map((score) => tallyOf('nps', score)))).value
    expect(value).toBeCloseTo(percent((x) => x >= 9) - percent((x) => x <= 6), 9)
    expect(Object.is(value, -0)).toBe(false)
  }))
})

test('every metric stays inside its scale, keeps its value inside its interval from two answers on, and knows no order', () => {
  const range: Partial<Record<Metric, [number, number]>> = {
    csat_mean: [1, 5], ces_mean: [1, 7], csat_top2_pct: [0, 100], ces_top3_pct: [0, 100],
  }
  const anyCase = fc.constantFrom(...METRICS).chain((metric) => {
    const instrument = INSTRUMENTS.find((name) => metric.startsWith(name)) ?? 'nps'
    const tallies = fc.array(anyScore(instrument).map((score) => tallyOf(instrument, score)), { minLength: 2 })
    return fc.record({ metric: fc.constant(metric), tallies })
  })
  fc.assert(fc.property(anyCase, ({ metric, tallies }) => {
    const m = measure(metric, sumTallies(tallies))
    const [lo, hi] = range[metric] ?? [-100, 100]
    expect(m).toEqual(measure(metric, tallies.reduceRight(addTallies, EMPTY)))
    expect([m.low, m.value, m.high].every((x) => x !== null && x >= lo && x <= hi && !Object.is(x, -0))).toBe(true)
    expect(Number(m.low)).toBeLessThanOrEqual(Number(m.value) + 1e-9)
    expect(Number(m.high)).toBeGreaterThanOrEqual(Number(m.value) - 1e-9)
  }))
})

test('each instrument is shown as its own metric', () => {
  expect(INSTRUMENTS.map(metricOf)).toEqual(
    ['nps', 'csat_top2_pct', 'ces_top3_pct', 'sentiment_index', 'text_index', 'emotion_index'],
  )
})
