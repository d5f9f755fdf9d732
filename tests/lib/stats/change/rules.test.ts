import { expect, test } from 'vitest'
import { baselineOf } from '#lib/stats/change/baseline'
import { confirmChanges } from '#lib/stats/change/confirmed'
import { cusum } from '#lib/stats/change/cusum'
import { watch } from '#lib/stats/change/ewma'
import { shewhart } from '#lib/stats/change/shewhart'
import { expectClose } from '../close'
import { period, times } from './periods'

test('the watch rule averages with weight .2 and its limit opens with time', () => {
  const watched = watch([-3, -3, -3])
  for (const [i, e] of [-0.6, -1.08, -1.464].entries()) expectClose(watched[i]?.ewma, e)
  expectClose(watched[0]?.limit, 0.66)
  expectClose(watched[2]?.limit, 3.3 * Math.sqrt((0.2 / 1.8) * (1 - 0.8 ** 6)))
  expect(watched.map(({ alarm }) => alarm)).toEqual([false, true, true])
  expectClose(watch(new Array<number>(200).fill(0)).at(-1)?.limit, 1.1)
})

test('a rise of any size does not alarm the watch rule, its mirror image does', () => {
  expect(watch([9, 9, 9]).some(({ alarm }) => alarm)).toBe(false)
  expect(watch([-9, -9, -9]).every(({ alarm }) => alarm)).toBe(true)
})

test('a period without answers moves neither the average nor its limit', () => {
  const [first, gap, second] = watch([-2, null, -3])
  expect(gap).toEqual({ ewma: null, limit: null, alarm: false })
  expect([first, second]).toEqual(watch([-2, -3]))
})

test('Shewhart marks beyond three standard errors, says the direction, and not at three', () => {
  expect(shewhart([-3.2, null, 2.9, 3.1, -3, 3])).toEqual(['fall', null, null, 'rise', null, null])
})

test('CUSUM adds up falls beyond half a standard error and forgets on rises', () => {
  expect(cusum([-2, -2, null, -2])).toEqual([
    { sum: 1.5, alarm: false }, { sum: 3, alarm: false }, { sum: null, alarm: false }, { sum: 4.5, alarm: true },
  ])
  expect(cusum([5, -2, 3, -0.5, -4.5]).map(({ sum, alarm }) => [sum, alarm])).toEqual([[0, false], [1.5, false], [0, false], [0, false], [4, false]])
})

const baseline = baselineOf(times(6, period(54, 28, 18)))
const same = { baseline, last: times(3, period(54, 28, 18)) }
const fell = { baseline, last: times(3, period(42, 25, 33)) }

test('three periods that fell together are confirmed, unchanged ones are not', () => {
  const [unchanged, fall] = confirmChanges([same, fell])
  expect([unchanged?.confirmed, fall?.confirmed]).toEqual([false, true])
  // 27/303 of the shrunk last three against 216/603, in points
  expectClose(fall?.difference.value, 100 * (27 / 303 - 216 / 603))
  expectClose(fall?.q, 2 * (fall?.difference.p ?? 0))
})

test('the same fall among more stages needs more proof', () => {
  const weak = { baseline, last: times(3, period(47, 26, 27)) }
  expect(confirmChanges([weak])[0]).toMatchObject({ confirmed: true })
  expect(confirmChanges([weak, ...new Array<typeof same>(5).fill(same)])[0]).toMatchObject({ confirmed: false })
})

test('a rise is never confirmed as a fall, whatever its q', () => {
  const rise = confirmChanges([{ baseline, last: times(3, period(80, 15, 5)) }])[0]
  expect(rise?.q).toBeLessThan(0.0001)
  expect(rise?.confirmed).toBe(false)
})

test('a stage that cannot be tested has no result and takes no part in the correction', () => {
  const results = confirmChanges([
    fell, { baseline: null, last: fell.last }, { baseline, last: fell.last.slice(1) }, { baseline, last: times(3, period(0, 0, 0)) },
  ])
  expect(results.slice(1)).toEqual([null, null, null])
  expect(results[0]).toEqual(confirmChanges([fell])[0])
})

test('only the last three periods count', () => {
  expect(confirmChanges([{ baseline, last: [...times(4, period(0, 0, 90)), ...same.last] }])).toEqual(confirmChanges([same]))
})
