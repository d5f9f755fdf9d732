import { expect, test } from 'vitest'
import { impactOf } from '#lib/stats/pain/impact'
import { reachOf } from '#lib/stats/pain/reach'
import { severity } from '#lib/stats/pain/severity'
import { expectClose } from '../close'

test('severity is the product of share, reach and impact, in percent', () => {
  expectClose(severity({ share: 0.5, reach: 0.4, impact: 0.3 }), 6)
  expect(severity({ share: 1, reach: 1, impact: 1 })).toBe(100)
  expect(severity({ share: 0, reach: 1, impact: 1 })).toBe(0)
})

test('what is not known has no severity', () => {
  expect(severity({ share: null, reach: 1, impact: 0.3 })).toBeNull()
  expect(severity({ share: 0.5, reach: null, impact: 0.3 })).toBeNull()
})

test('impact begins at .3 and goes to the correlation as people come', () => {
  expectClose(impactOf(null, 0), 0.3)
  expectClose(impactOf(null, 400), 0.3)
  expectClose(impactOf(0.5, 30), 0.4)
  expectClose(impactOf(1, 30_000_000), 0.9999993)
  expect(impactOf(0.5, 3000)).toBeGreaterThan(impactOf(0.5, 300))
})

test('a place that goes against the outcome counts as one that goes with nothing', () => {
  expect(impactOf(-0.7, 60)).toBe(impactOf(0, 60))
  expectClose(impactOf(-0.7, 60), 0.1)
})

const nobody = { exposed: null, invited: null, answered: 0 }

test('reach is by events, else by invitations, else by answers, and says which', () => {
  const journey = { exposed: 1200, invited: 200, answered: 80 }
  expect(reachOf({ exposed: 300, invited: 150, answered: 60 }, journey)).toEqual({ reach: 0.25, by: 'exposed' })
  expect(reachOf({ exposed: null, invited: 50, answered: 60 }, journey)).toEqual({ reach: 0.25, by: 'invited' })
  expect(reachOf({ exposed: 0, invited: 0, answered: 20 }, journey)).toEqual({ reach: 0.25, by: 'answered' })
  expect(reachOf({ exposed: 5, invited: null, answered: 1 }, { ...nobody, answered: 4 })).toEqual({ reach: 0.25, by: 'answered' })
})

test('nobody reaches nothing, and nobody reaches more than all', () => {
  expect(reachOf(nobody, nobody)).toBeNull()
  expect(reachOf(nobody, { exposed: 10, invited: 10, answered: 10 })).toBeNull()
  expect(reachOf({ ...nobody, answered: 12 }, { ...nobody, answered: 10 })?.reach).toBe(1)
})
