import { beforeAll, expect, test } from 'vitest'
import type { Db } from '#db/open'
import { inWorkspace } from '#lib/context'
import { lookupOf, readCells } from '#lib/maps/cells'
import { chartJourney } from '#lib/maps/journey'
import { readMap } from '#lib/maps/read-map'
import { readTrend } from '#lib/maps/read-trend'
import { hiddenBeside, isNarrow } from '#lib/maps/suppress-map'
import { INSTRUMENTS } from '#lib/stats/instruments'
import { onEachEngine } from '../../harness/engines'
import { contextOf, countAnswers, makeJourney, npsAt } from './factory'

test('what is not listed protects hidden cells from k on, and needs protection below', () => {
  expect(hiddenBeside(53, [3, 30])).toEqual([true, false])
  expect(hiddenBeside(36, [3, 30])).toEqual([true, false])
  expect(hiddenBeside(34, [3, 30])).toEqual([true, true])
  expect(hiddenBeside(33, [30])).toEqual([true])
})

onEachEngine((_, open) => {
  let db: Db
  beforeAll(async () => void (db = (await open()).db))

  test('a small touchpoint hides, and with it the smallest that subtraction would need', async () => {
    const shop = await makeJourney(db, { Buy: ['a', 'b', 'c'] })
    await countAnswers(db, shop, [...npsAt('a', { 9: 3 }), ...npsAt('b', { 2: 20 }), ...npsAt('c', { 5: 40 })])
    const map = await readMap(contextOf(db, shop.workspaceId), { journey: 'shop' })
    const [buy] = map.stages
    expect(buy?.nps.n).toBe(63)
    expect(buy?.touchpoints.map((t) => [t.key, t.nps.n, t.nps.suppressed, t.emotion.n])).toEqual([
      ['buy.overall', 0, false, 0], ['a', null, true, null], ['b', null, true, null], ['c', 40, false, 40],
    ])
    expect(map.pain.map((p) => [p.touchpoint, p.index.value === null, p.score.n])).toEqual([['a', true, null], ['b', true, null], ['c', false, 40]])
  })

  test('a hidden stage is in no total: neither in answers nor in a channel', async () => {
    const shop = await makeJourney(db, { Buy: ['a'], Use: ['b'] })
    await countAnswers(db, shop, [
      ...npsAt('a', { 9: 12 }, { channel: 'web' }), ...npsAt('a', { 3: 3 }, { channel: 'phone' }), ...npsAt('a', { 3: 6 }),
      ...npsAt('b', { 1: 4 }, { channel: 'web' }),
    ])
    const ctx = contextOf(db, shop.workspaceId)
    const map = await readMap(ctx, { journey: 'shop' })
    expect(map.answers).toBe(21)
    expect(map.stages.map((s) => s.emotion.n)).toEqual([21, null])
    expect(map.channels).toEqual([{ value: 'phone', n: null }, { value: 'web', n: 12 }])
    expect((await readMap(ctx, { journey: 'shop', channel: 'web' })).answers).toBe(12)
    const phone = await readMap(ctx, { journey: 'shop', channel: 'phone' })
    expect([phone.answers, phone.headline]).toEqual([null, 'Too few answers to show yet.'])
  })

  test('two channels that make up all answers are hidden together when one is small', async () => {
    const shop = await makeJourney(db, { Buy: ['a'] })
    await countAnswers(db, shop, [...npsAt('a', { 9: 12 }, { channel: 'web' }), ...npsAt('a', { 3: 3 }, { channel: 'phone' })])
    const map = await readMap(contextOf(db, shop.workspaceId), { journey: 'shop' })
    expect([map.answers, map.channels]).toEqual([15, [{ value: 'phone', n: null }, { value: 'web', n: null }]])
  })

  test('a month of three answers takes another month along, an empty month stays empty', async () => {
    const shop = await makeJourney(db, { Buy: ['a'] })
    for (const [month, n] of [['2025-12', 20], ['2026-01', 3], ['2026-02', 9]] as const) {
      await countAnswers(db, shop, npsAt('a', { 8: n }, { day: `${month}-15` }))
    }
    const trend = await readTrend(contextOf(db, shop.workspaceId), { journey: 'shop', metric: 'nps', from: '2025-11-01', to: '2026-02-28' })
    expect(trend.series[0]?.points.map((p) => [p.from, p.n, p.suppressed])).toEqual([
      ['2025-11-01', 0, false], ['2025-12-01', 20, false], ['2026-01-01', null, true], ['2026-02-01', null, true],
    ])
  })

  test('a reader without single responses is refused a filter that sets few answers apart', async () => {
    const shop = await makeJourney(db, { Buy: ['a'] })
    await countAnswers(db, shop, [
      ...npsAt('a', { 9: 12 }, { channel: 'web' }), ...npsAt('a', { 3: 3 }, { channel: 'phone' }), ...npsAt('a', { 3: 9 }, { channel: 'app' }),
    ])
    const ctx = contextOf(db, shop.workspaceId)
    await inWorkspace(ctx, async (tx) => {
      const { stages } = await chartJourney(tx, ctx, 'shop')
      const query = { workspaceId: shop.workspaceId, journeyId: shop.journeyId, source: ['survey'], instruments: INSTRUMENTS, places: { stage: ['buy'], touchpoint: ['a'] } }
      const read = async (channel: string | null) => lookupOf(await readCells(tx, { ...query, filter: channel === null ? null : { dimension: 'channel', value: channel }, from: '2026-01-01', to: '2026-03-10' }))
      const all = await read(null)
      expect(isNarrow(stages, all, await read('web'))).toBe(false)
      expect(isNarrow(stages, all, all)).toBe(false)
      expect(isNarrow(stages, await read('web'), lookupOf([]))).toBe(false)
      expect(isNarrow(stages, await read('phone'), lookupOf([]))).toBe(true)
    })
  })
})
