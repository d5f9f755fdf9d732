import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '#db/open'
import { listTotals } from '#lib/maps/list-totals'
import { readMap } from '#lib/maps/read-map'
import { onEachEngine } from '../../harness/engines'
import { contextOf, countAnswers, makeJourney, npsAt } from './factory'

const SHOP = { journeys: [{ key: 'shop', timeZone: 'UTC' }] }

onEachEngine((_, open) => {
  let database: Database
  beforeAll(async () => void (database = await open()))

  test('a journey is listed with the count that its map shows, and with its first and last day', async () => {
    const { db } = database
    const shop = await makeJourney(db, { Find: ['search'], Buy: ['basket'], Use: ['open'] })
    await countAnswers(db, shop, [
      ...npsAt('basket', { 9: 12 }, { day: '2024-05-02' }),
      ...npsAt('basket', { 9: 20 }, { day: '2026-03-01' }),
      ...npsAt('search', { 3: 4 }, { day: '2026-03-09' }),
      ...npsAt('open', { 3: 40 }, { day: '2026-03-08', source: 'social' }),
    ])
    const ctx = contextOf(db, shop.workspaceId)
    const { answers } = await readMap(ctx, { journey: 'shop' })
    expect(answers).toBe(20)
    expect(await listTotals(ctx, SHOP)).toEqual({ shop: { answers, first: '2024-05-02', last: '2026-03-09' } })
  })

  test('fewer than five answers have no count, and none are none', async () => {
    const { db } = database
    const few = await makeJourney(db, { Buy: ['basket'] })
    await countAnswers(db, few, npsAt('basket', { 9: 3 }))
    expect((await listTotals(contextOf(db, few.workspaceId), SHOP)).shop).toMatchObject({ answers: null, last: '2026-03-01' })
    const none = await makeJourney(db, { Buy: ['basket'] })
    expect((await listTotals(contextOf(db, none.workspaceId), SHOP)).shop).toEqual({ answers: 0, first: null, last: null })
  })

  test('another workspace sees nothing of it', async () => {
    const { db } = database
    const shop = await makeJourney(db, { Buy: ['basket'] })
    await countAnswers(db, shop, npsAt('basket', { 9: 30 }))
    expect((await listTotals(contextOf(db, randomUUID()), SHOP)).shop).toEqual({ answers: 0, first: null, last: null })
  })
})
