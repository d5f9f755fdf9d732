import { beforeAll, expect, test } from 'vitest'
import type { Db } from '#db/open'
import { type Actor, inWorkspace } from '#lib/context'
import { DEFAULT_SOURCES } from '#lib/maps/asked'
import type { CellQuery } from '#lib/maps/cells'
import { chartJourney } from '#lib/maps/journey'
import { readGuard } from '#lib/maps/suppress/read-guard'
import { readMap } from '#lib/maps/read-map'
import { readTrend } from '#lib/maps/change/read-trend'
import { hiddenBeside, refuseUnmasking } from '#lib/maps/suppress/suppress-map'
import { INSTRUMENTS } from '#lib/stats/instruments'
import { onEachEngine } from '../../harness/engines'
import { contextOf, countAnswers, makeJourney, npsAt, type Place } from './factory'

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

  const shared = (workspaceId: string, journeyId: string) => ({ workspaceId, journeyId, from: '2026-01-01', to: '2026-03-10', source: [...DEFAULT_SOURCES] })
  const ask = (place: Place, actor: Actor, change: Partial<CellQuery> = {}) => {
    const ctx = contextOf(db, place.workspaceId, actor)
    return inWorkspace(ctx, async (tx) => {
      const { stages } = await chartJourney(tx, ctx, 'shop')
      const query = { ...shared(place.workspaceId, place.journeyId), filter: null, instruments: INSTRUMENTS, places: {}, ...change }
      refuseUnmasking(await readGuard(tx, ctx, stages, query), query)
      return readGuard(tx, ctx, stages, query)
    })
  }

  test('a reader without single responses is refused a filter that sets few answers apart', async () => {
    const shop = await makeJourney(db, { Buy: ['a'] })
    await countAnswers(db, shop, [...npsAt('a', { 9: 12 }, { channel: 'web' }), ...npsAt('a', { 3: 3 }, { channel: 'phone' })])
    for (const [pointer, change] of [
      ['/channel', { filter: { dimension: 'channel', value: 'web' } }], ['/channel', { filter: { dimension: 'channel', value: 'phone' } }],
      ['/variant', { filter: { dimension: 'variant', value: 'b' } }], ['/segment', { filter: { dimension: 'plan', value: 'pro' } }],
      ['/source', { source: ['survey'] }],
    ] as const) {
      const refused = await ask(shop, { kind: 'public' }, change).catch((e: unknown) => e)
      expect(refused).toMatchObject({ code: 'validation_failed', status: 400, errors: [{ pointer, code: 'filter_unmasks' }] })
      expect(await ask(shop, { kind: 'system' }, change)).toBeNull()
    }
    expect((await ask(shop, { kind: 'public' }))?.channels).toEqual([])
  })

  test('what is hidden from such a reader holds over all channels on offer and over the months', async () => {
    const shop = await makeJourney(db, { Buy: ['a', 'b'] })
    const at = (place: string, n: number, channel: string, day: string) => npsAt(place, { 9: n }, { channel, day })
    await countAnswers(db, shop, [
      ...at('a', 20, 'web', '2026-01-15'), ...at('a', 3, 'app', '2026-02-01'), ...at('a', 9, 'web', '2026-02-01'),
      ...at('b', 40, 'web', '2026-02-01'), ...at('b', 30, 'app', '2026-02-01'), ...at('b', 50, 'app', '2026-03-01'),
    ])
    const guard = await ask(shop, { kind: 'public' }, { filter: { dimension: 'channel', value: 'app' } })
    expect(guard?.channels).toEqual(['app', 'web'])
    const seenAt = (channel: string | null) => ['a', 'b'].map((key) => guard?.at('buy', channel).touchpoint(key, 'nps'))
    // The 3 of a in the app follow from a's other answers, those from the web's, and so on round the square.
    expect([null, 'app', 'web'].map(seenAt)).toEqual([[false, false], [true, true], [true, true]])
    const months = (channel: string | null) => ['2026-01-01', '2026-02-01', '2026-03-01'].map((month) => guard?.month('buy', 'nps', channel, month))
    expect([null, 'app', 'web'].map(months)).toEqual([[false, false, false], [false, false, false], [false, false, false]])
    expect([null, 'app', 'web'].map((channel) => guard?.answers('emotion', channel))).toEqual([152, 83, 69])
  })
})
