import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Db } from '#db/open'
import { inWorkspace } from '#lib/context'
import { lookupOf, readCells, splitRange } from '#lib/maps/cells'
import { stepsOf } from '#lib/maps/steps'
import { sumTallies } from '#lib/stats/tally'
import { addDays } from '#lib/time'
import { onEachEngine } from '../../harness/engines'
import { contextOf, countAnswers, makeJourney, type Place } from './factory'

test('a range is whole months, and whichever days are fewer: those to add or those to take off', () => {
  const split = (from: string, to: string) => splitRange({ from, to }).map((p) => [p.grain, p.from, p.to, p.sign])
  expect(split('2026-01-01', '2026-02-28')).toEqual([['month', '2026-01-01', '2026-02-01', 1]])
  expect(split('2026-01-31', '2026-03-01')).toEqual([
    ['month', '2026-02-01', '2026-02-01', 1], ['day', '2026-01-31', '2026-01-31', 1], ['day', '2026-03-01', '2026-03-01', 1],
  ])
  expect(split('2026-01-02', '2026-02-27')).toEqual([
    ['month', '2026-01-01', '2026-02-01', 1], ['day', '2026-01-01', '2026-01-01', -1], ['day', '2026-02-28', '2026-02-28', -1],
  ])
  expect(split('2026-01-10', '2026-01-20')).toEqual([['day', '2026-01-10', '2026-01-20', 1]])
  expect(split('2026-01-31', '2026-02-02')).toEqual([['day', '2026-01-31', '2026-01-31', 1], ['day', '2026-02-01', '2026-02-02', 1]])
})

test('a week begins on Monday, and steps are cut to what was asked', () => {
  expect(stepsOf({ from: '2026-03-04', to: '2026-03-17' }, 'week', '2026-03-17')).toEqual([
    { start: '2026-03-02', from: '2026-03-04', to: '2026-03-08', complete: false },
    { start: '2026-03-09', from: '2026-03-09', to: '2026-03-15', complete: true },
    { start: '2026-03-16', from: '2026-03-16', to: '2026-03-17', complete: false },
  ])
})

onEachEngine((_, open) => {
  let db: Db
  let shop: Place
  const FIRST = '2025-10-20'
  const DAYS = 150
  beforeAll(async () => {
    db = (await open()).db
    shop = await makeJourney(db, { Buy: ['pay'], Use: [] })
    const days = Array.from({ length: DAYS }, (_, i) => addDays(FIRST, i))
    await countAnswers(db, shop, days.flatMap((day, i) => [
      { at: 'pay', scores: { nps: i % 11, sentiment: (i * 37) % 201 - 100 }, day, channel: i % 3 === 0 ? 'web' : 'phone' },
      { at: 'use.overall', scores: { csat: (i % 5) + 1 }, day, times: 1 + (i % 2), source: i % 7 === 0 ? 'import' : 'survey' },
    ]))
  })

  const range = fc.tuple(fc.integer({ min: 0, max: DAYS - 1 }), fc.integer({ min: 0, max: DAYS - 1 }), fc.constantFrom(null, 'web', 'phone'))

  test('months and edge days add up to the days alone, for any range and channel', async () => {
    const question = { workspaceId: shop.workspaceId, journeyId: shop.journeyId, source: ['survey', 'import'] }
    const all = { ...question, instruments: ['nps', 'csat', 'sentiment', 'emotion'] as const, places: { stage: ['buy', 'use'], touchpoint: ['pay'] } }
    const read = (query: Parameters<typeof readCells>[1]) => inWorkspace(contextOf(db, shop.workspaceId), (tx) => readCells(tx, query))
    await fc.assert(fc.asyncProperty(range, async ([a, b, channel]) => {
      const span = { from: addDays(FIRST, Math.min(a, b)), to: addDays(FIRST, Math.max(a, b)), filter: channel === null ? null : { dimension: 'channel', value: channel } }
      const whole = lookupOf(await read({ ...all, ...span }))
      const daily = await read({ ...all, ...span, every: 'day' })
      const monthly = await read({ ...all, ...span, every: 'month' })
      for (const instrument of all.instruments) {
        for (const [level, place] of [['stage', 'buy'], ['stage', 'use'], ['touchpoint', 'pay']] as const) {
          const here = (cells: typeof daily) => sumTallies(cells.filter((c) => c.level === level && c.place === place && c.instrument === instrument).map((c) => c.tally))
          expect(whole(level, place, instrument)).toEqual(here(daily))
          expect(here(monthly)).toEqual(here(daily))
        }
      }
      const days = Math.abs(a - b) + 1
      if (channel === null) expect(whole('stage', 'buy', 'nps').n).toBe(days)
    }), { numRuns: 50 })
  })

  test('a sum beyond 2^31 stays exact', async () => {
    const far = await makeJourney(db, { Buy: ['pay'] })
    await countAnswers(db, far, [{ at: 'pay', scores: { sentiment: 100 }, times: 3, day: '2026-01-05' }])
    const ctx = contextOf(db, far.workspaceId)
    await inWorkspace(ctx, (tx) => tx.execute(sql`
      update tally_months set q = 9007199254740993, n = 5000000000, c10 = 5000000000
      where workspace_id = ${far.workspaceId} and instrument = 'emotion' and level = 'stage'`))
    const query = { workspaceId: far.workspaceId, journeyId: far.journeyId, filter: null, source: ['survey'], instruments: ['emotion'] as const, places: { stage: ['buy'] } }
    const [cell] = await inWorkspace(ctx, (tx) => readCells(tx, { ...query, from: '2026-01-01', to: '2026-01-31' }))
    expect([cell?.tally.n, cell?.tally.q]).toEqual([5_000_000_000, 9_007_199_254_740_993n])
  })
})
