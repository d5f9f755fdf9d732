import { expect, test } from 'vitest'
import { isPolarised, peakEnd, suggestMoments } from '#lib/stats/drivers/moments'
import { expectClose } from '../close'

test('peak-end of METRICS 8 is -2.5, where the mean is 12', () => {
  expectClose(peakEnd([0.35, 0.1, -0.45, 0.2, 0.4]), -2.5)
})

test('of two peaks as far from zero the later counts, and one stage is peak and end', () => {
  expectClose(peakEnd([-0.5, 0.5, 0.1]), 30)
  expectClose(peakEnd([0.5, -0.5, 0.1]), -20)
  expect([peakEnd([-0.4]), peakEnd([0, 0]), peakEnd([])]).toEqual([-40, 0, null])
})

const stage = (key: string, index: number | null, importance: number | null) => ({ key, index, importance })

test('moments of truth are the lowest, the highest, the last and the strongest driver, each with why', () => {
  const stages = [stage('order', 20, 0.2), stage('delivery', -30, 0.5), stage('use', 45, 0.1), stage('help', 10, null), stage('renew', null, 0.3)]
  expect(suggestMoments(stages)).toEqual([
    { key: 'delivery', why: ['lowest', 'driver'] }, { key: 'use', why: ['highest'] }, { key: 'help', why: ['last'] },
  ])
})

test('stages that are all alike have no lowest, and one that goes against the outcome is no driver', () => {
  expect(suggestMoments([stage('a', 5, -0.4), stage('b', 5, 0)])).toEqual([{ key: 'b', why: ['last'] }])
  expect(suggestMoments([stage('a', null, null)])).toEqual([])
})

test('two camps of 30 % around a middle of 20 % are polarised, exactly at the borders too', () => {
  expect(isPolarised({ negative: 15, neutral: 6, positive: 9 })).toBe(true)
  expect(isPolarised({ negative: 300, neutral: 200, positive: 500 })).toBe(true)
})

test('a fuller middle, a small camp or too few answers are not polarised', () => {
  expect(isPolarised({ negative: 12, neutral: 7, positive: 11 })).toBe(false)
  expect(isPolarised({ negative: 8, neutral: 2, positive: 20 })).toBe(false)
  expect(isPolarised({ negative: 14, neutral: 1, positive: 14 })).toBe(false)
})
