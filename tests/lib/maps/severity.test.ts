import { expect, test } from 'vitest'
import type { Cell } from '#lib/maps/cells'
import { persistenceSpan, severitiesOf } from '#lib/maps/pain/severity'
import { sumTallies, tallyOf } from '#lib/stats/tally'
import type { StudyResult } from '#lib/studies/result'
import { expectClose } from '../stats/close'

const csat = (scores: Record<number, number>) =>
  sumTallies(Object.entries(scores).flatMap(([score, times]) => new Array(times).fill(tallyOf('csat', Number(score)))))

const cell = (touchpoint: string, negative: number, n: number, isHidden = false) => ({
  touchpoint, instrument: 'csat' as const, tally: csat({ 1: negative, 5: n - negative }), isHidden,
})

// The worked example of METRICS 8: the journey's share is .367…, the cells' .193…, .259…, .446…, .542…, .507….
const CELLS = [cell('a', 6, 40), cell('b', 30, 120), cell('c', 90, 200), cell('d', 5, 6), cell('e', 9, 15)]

const study: StudyResult = {
  version: 2, window: { from: '2025-03-11', to: '2026-03-10' }, outcome: null, withOutcome: 400, stages: {}, touchpoints: {},
  cells: { 'csat c': { r: 0.5, n: 30 }, 'csat e': { r: -0.4, n: 30 } },
  johnson: { stage: null, touchpoint: null },
  people: { exposed: 1000, invited: 200, answered: 400 },
  reach: { c: { exposed: 250, invited: 0, answered: 10 }, d: { exposed: 0, invited: 0, answered: 40 } },
  crossings: { people: {}, pairs: {} },
}
const TODAY = '2026-03-10'

test('severity is share by reach by impact, each as METRICS 4 has it', () => {
  const [a, , c, d] = severitiesOf(CELLS, study, [], TODAY)
  expectClose(c?.share, 0.4460692413448319)
  expectClose(d?.share, 0.5421587926509186)
  expect([c?.reach, c?.reachFrom, d?.reach, d?.reachFrom]).toEqual([0.25, 'events', 0.1, 'responses'])
  expectClose(c?.impact, 0.4)
  expect([c?.r, c?.people, d?.r, d?.people]).toEqual([0.5, 30, null, null])
  expectClose(c?.severity, 100 * 0.4460692413448319 * 0.25 * 0.4)
  expectClose(d?.severity, 100 * 0.5421587926509186 * 0.1 * 0.3)
  expect([c?.rank, d?.rank, a?.rank, a?.severity]).toEqual([1, 2, null, null])
  expect(c?.why[0]).toMatchObject({ factor: 'reach' })
})

test('where nobody was exposed, reach is taken from invitations, and only then from answers', () => {
  const invited = { ...study, reach: { c: { exposed: 0, invited: 50, answered: 10 }, d: { exposed: 1, invited: 50, answered: 10 } } }
  const [, , c, d] = severitiesOf(CELLS, invited, [], TODAY)
  expect([c?.reach, c?.reachFrom, d?.reach, d?.reachFrom]).toEqual([0.25, 'invitations', 0.001, 'events'])
})

test('a hidden cell says nothing and takes part in nothing', () => {
  const [open, hidden] = severitiesOf([cell('c', 90, 200), cell('d', 4, 4, true)], study, [], TODAY)
  expect(hidden).toEqual({ severity: null, share: null, reach: null, reachFrom: null, impact: null, r: null, people: null, persistence: null, rank: null, why: [] })
  expectClose(open?.share, 0.45)
})

test('before a study is counted there is a share but no severity', () => {
  const [only] = severitiesOf([cell('c', 90, 200)], null, [], TODAY)
  expect(only).toMatchObject({ severity: null, reach: null, impact: null, rank: null, persistence: 0 })
  expectClose(only?.share, 0.45)
})

test('persistence counts bad complete months in a row; a hidden month ends the run', () => {
  expect(persistenceSpan(TODAY)).toEqual({ from: '2025-09-01', to: '2026-02-28' })
  const month = (period: string, counts: Record<number, number>): Cell => ({ level: 'touchpoint', place: 'c', instrument: 'csat', period, tally: csat(counts) })
  const bad = { 1: 30 }
  const run = (months: Cell[]) => severitiesOf([cell('c', 90, 200)], study, months, TODAY)[0]?.persistence
  expect(run([month('2025-11-01', bad), month('2025-12-01', { 5: 30 }), month('2026-01-01', bad), month('2026-02-01', bad)])).toBe(2)
  expect(run([month('2026-01-01', bad), month('2026-02-01', { 1: 4 })])).toBe(0)
  expect(run([month('2025-12-01', bad), month('2026-02-01', bad)])).toBe(1)
})
