import { expect, test } from 'vitest'
import { SCALES } from '#lib/stats/instruments'
import { spreadOf } from '#lib/stats/spread'
import { stepOf } from '#lib/stats/tally'
import { counts } from './counts'

test('CSAT answers spread over five steps and three buckets', () => {
  const spread = spreadOf('csat', counts('csat', { 1: 3, 2: 5, 3: 12, 4: 40, 5: 60 }))
  expect(spread.steps.map((s) => [s.label, s.bucket, s.n])).toEqual([
    ['1', 'negative', 3], ['2', 'negative', 5], ['3', 'neutral', 12], ['4', 'positive', 40], ['5', 'positive', 60],
  ])
  expect(spread.buckets).toEqual({ negative: 8, neutral: 12, positive: 100 })
})

test('the steps of every bucket add up to it', () => {
  for (const [instrument, answers] of [['nps', { 0: 2, 6: 1, 7: 4, 8: 1, 9: 3 }], ['ces', { 1: 1, 4: 2, 7: 5 }], ['sentiment', { [-50]: 3, 0: 1, 100: 2 }]] as const) {
    const { steps, buckets } = spreadOf(instrument, counts(instrument, answers))
    for (const bucket of ['negative', 'neutral', 'positive'] as const) {
      expect(steps.filter((s) => s.bucket === bucket).reduce((sum, s) => sum + s.n, 0)).toBe(buckets[bucket])
    }
  }
})

test('the words of a class of sentiment hold exactly the scores that count in it', () => {
  const labels = spreadOf('sentiment', counts('sentiment', {})).steps.map((s) => s.label.replaceAll('−', '-').split(' to ').map(Number))
  for (let score = SCALES.sentiment.lo; score <= SCALES.sentiment.hi; score++) {
    const [from = Number.NaN, to = Number.NaN] = labels[stepOf('sentiment', score)] ?? []
    expect(score >= from && score <= to, `${score} in ${from}..${to}`).toBe(true)
  }
})
