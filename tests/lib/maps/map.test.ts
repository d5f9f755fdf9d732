import { beforeAll, expect, test } from 'vitest'
import type { Database } from '#db/open'
import { readMap } from '#lib/maps/read-map'
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
})
