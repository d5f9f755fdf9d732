import fc from 'fast-check'
import { expect, test } from 'vitest'
import { INSTRUMENTS } from '#lib/stats/instruments'
import { type Metric, measure } from '#lib/stats/measure'
import { instrumentSums, sumsOf } from '#lib/stats/sums'
import { EMPTY, sumTallies, tallyOf } from '#lib/stats/tally'
import { anyScore, counts } from './counts'

const MIDDLE: Partial<Record<Metric, number>> = { csat_top2_pct: 50, ces_top3_pct: 50, csat_mean: 3, ces_mean: 4 }
const METRICS: readonly Metric[] = [
  'nps', 'csat_top2_pct', 'csat_mean', 'ces_top3_pct', 'ces_mean', 'ces_net', 'emotion_index', 'sentiment_index', 'text_index',
]

test('the value of every metric is its middle plus its scale times the mean of its e', () => {
  const anyCase = fc.constantFrom(...METRICS).chain((metric) => {
    const instrument = INSTRUMENTS.find((name) => metric.startsWith(name)) ?? 'nps'
    const tallies = fc.array(anyScore(instrument).map((score) => tallyOf(instrument, score)), { minLength: 1 })
    return fc.record({ metric: fc.constant(metric), tallies })
  })
  fc.assert(fc.property(anyCase, ({ metric, tallies }) => {
    const tally = sumTallies(tallies)
    const { sums, scale } = sumsOf(metric, tally)
    expect((MIDDLE[metric] ?? 0) + (scale * sums.s) / sums.n).toBeCloseTo(Number(measure(metric, tally).value), 9)
    expect(sums.q).toBeGreaterThanOrEqual((sums.s * sums.s) / sums.n - 1e-9)
    expect(sums.q).toBeLessThanOrEqual(sums.n + 1e-9)
  }))
})

test('each answer is worth its e', () => {
  expect(sumsOf('nps', counts('nps', { 0: 1, 6: 1, 7: 3, 9: 5 })).sums).toEqual({ n: 10, s: 3, q: 7 })
  expect(sumsOf('ces_net', counts('ces', { 3: 1, 4: 1, 5: 1, 6: 4 })).sums).toEqual({ n: 7, s: 3, q: 5 })
  expect(sumsOf('ces_top3_pct', counts('ces', { 4: 1, 5: 3 })).sums).toEqual({ n: 4, s: 2, q: 4 })
  expect(sumsOf('emotion_index', counts('emotion', { 9000: 2, [-18000]: 1 })).sums).toEqual({ n: 3, s: 0, q: 1.5 })
  expect(instrumentSums('csat', counts('csat', { 1: 3, 2: 5, 3: 12, 4: 40, 5: 60 }))).toEqual({ n: 120, s: 74.5, q: 74.25 })
  expect(instrumentSums('nps', counts('nps', { 10: 1, 0: 1, 5: 1 }))).toEqual({ n: 3, s: 0, q: 2 })
})

test('no answers have no sums', () => {
  for (const metric of METRICS) expect(sumsOf(metric, EMPTY).sums).toEqual({ n: 0, s: 0, q: 0 })
})
