import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '#db/open'
import { collector } from '#lib/collect/take/collector'
import { Submission } from '#lib/collect/input'
import { readMap } from '#lib/maps/read-map'
import { clock, makeJourney as makeSurveyed, makeWorkspace } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'
import { expectClose } from '../stats/close'
import { contextOf, countAnswers, makeJourney, npsAt } from './factory'

onEachEngine((_, open) => {
  let database: Database
  beforeAll(async () => void (database = await open()))

  test('a map says each stage and touchpoint in its own units, with interval and n', async () => {
    const { db } = database
    const shop = await makeJourney(db, { Find: [], Buy: ['basket', 'payment'] })
    await countAnswers(db, shop, [
      ...npsAt('basket', { 10: 54, 7: 28, 0: 18 }),
      ...[[1, 3], [2, 5], [3, 12], [4, 40], [5, 60]].map(([csat = 0, times = 0]) => ({ at: 'payment', scores: { csat }, times })),
    ])
    const map = await readMap(contextOf(db, shop.workspaceId), { journey: 'shop' })
    const [find, buy] = map.stages
    expect([map.from, map.to, map.answers, map.today]).toEqual(['2025-12-11', '2026-03-10', 220, 0])
    expect(find).toMatchObject({ key: 'find', position: 1, emotion: { value: null, n: 0, suppressed: false } })
    expectClose(buy?.nps.value, 36)
    expectClose(buy?.nps.low, 20.09956317128295)
    expectClose(buy?.csat.high, 88.9440036320154)
    expect(buy?.touchpoints.map((t) => [t.key, t.overall, t.nps.n, t.csat.n])).toEqual([
      ['buy.overall', true, 0, 0], ['basket', false, 100, 0], ['payment', false, 0, 120],
    ])
    expect(map.pain.map((p) => [p.touchpoint, p.instrument])).toEqual([['basket', 'nps'], ['payment', 'csat']])
    expectClose(map.pain[1]?.index.value, 62.083333333333336)
    expectClose(map.pain[1]?.score.value, 83.33333333333333)
  })

  test('answers taken in by collect are on the map at once: one emotion a response, also of today', async () => {
    const time = clock()
    const ctx = await makeWorkspace(database, { kind: 'system' }, time.now)
    const { key, surveyId } = await makeSurveyed(ctx)
    const responses = [
      { recommend: 9, happy: 5 }, { recommend: 3, easy: 2, felt: -0.6 }, { happy: 4 }, { felt: 0.25 },
      { recommend: 7 }, { happy: 2, easy: 3 }, { recommend: 10, felt: 0.8 }, { easy: 6 },
    ]
    for (const data of responses) {
      const body = Submission.parse({ submissionId: randomUUID(), surveyId, data, finished: false, channel: 'web' })
      await collector(database.db).submit(ctx, body)
    }
    const map = await readMap(ctx, { journey: key, channel: 'web' })
    expectClose(map.stages[0]?.emotion.value, 33.05555555555556)
    expectClose(map.stages[0]?.emotion.low, -11.072355169837216)
    expectClose(map.stages[0]?.emotion.high, 59.1531632506453)
    expect([map.answers, map.today, map.channels]).toEqual([8, 8, [{ value: 'web', n: 8 }]])
    time.forward(86_400_000)
    expect((await readMap(ctx, { journey: key })).today).toBe(0)
    expect((await readMap(ctx, { journey: key, to: '2026-11-19' })).answers).toBe(0)
  })

  test('a journey keeps its own day: what is today depends on where it is', async () => {
    const tokyo = await makeJourney(database.db, { Buy: [] }, 'Asia/Tokyo')
    const ctx = { ...contextOf(database.db, tokyo.workspaceId), now: () => new Date('2026-03-10T15:00:00Z') }
    const { from, to, timeZone } = await readMap(ctx, { journey: 'shop' })
    expect([from, to, timeZone]).toEqual(['2025-12-12', '2026-03-11', 'Asia/Tokyo'])
  })
})
