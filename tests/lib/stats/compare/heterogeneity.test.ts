import { expect, it } from 'vitest'
import { cochranQ, heterogeneityOf } from '#lib/stats/compare/heterogeneity'

const close = (x: number | undefined, to: number) => expect(Math.abs((x ?? NaN) - to)).toBeLessThan(1e-9 * Math.max(1, Math.abs(to)))

const nps = (promoters: number, passives: number, detractors: number) => ({ n: promoters + passives + detractors, s: promoters - detractors, q: promoters + detractors })

it('adds up how far each group lies from their weighted mean, in standard errors', () => {
  // By hand: equal weights of 100, middle .4, so Q = 100 (.04 + 0 + .04) = 8; with 2 degrees of freedom p = exp(-8/2).
  const found = cochranQ([{ mean: 0.2, se: 0.1 }, { mean: 0.4, se: 0.1 }, { mean: 0.6, se: 0.1 }])
  close(found?.statistic, 8)
  close(found?.p, Math.exp(-4))
  // By hand: weights 4 and 1, middle .2, so Q = 4 * .04 + 1 * .64 = .8 (with one more group of weight 0.0001 at the middle: still .8).
  close(cochranQ([{ mean: 0, se: 0.5 }, { mean: 1, se: 1 }, { mean: 0.2, se: 100 }])?.statistic, 0.8)
})

it('says of two groups what the test of their difference says', () => {
  const [one] = heterogeneityOf([[nps(54, 28, 18), nps(78, 64, 58)]])
  close(one?.statistic, 2.641163467280311 ** 2)
  close(one?.p, 0.00826218443358348)
})

it('leaves groups below 30 out, and says nothing of one that is alone', () => {
  expect(heterogeneityOf([[nps(29, 0, 0), nps(0, 0, 40)], [nps(40, 0, 0)], []])).toEqual([null, null, null])
  expect(heterogeneityOf([[nps(29, 0, 0), nps(0, 0, 40), nps(5, 20, 5)]])[0]?.df).toBe(1)
})

it('counts the stages that are tested together: a weak finding among many is none', () => {
  const weak = [nps(40, 30, 30), nps(30, 30, 44)]
  const alike = [nps(30, 30, 30), nps(30, 30, 30)]
  const [alone] = heterogeneityOf([weak])
  const [among, other] = heterogeneityOf([weak, alike, alike, alike, alike])
  expect((alone?.q ?? 1) < 0.1 && (among?.q ?? 0) > 0.1).toBe(true)
  close(among?.q, 5 * (alone?.p ?? NaN))
  close(other?.q, 1)
})
