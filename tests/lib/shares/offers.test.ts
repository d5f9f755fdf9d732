import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '#db/open'
import { asTenant } from '#db/scope'
import { readShareOffers } from '#lib/shares/offers'
import { refusal } from '../../factory/refusal'
import { as, VIEWER } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'
import { contextOf, countAnswers, makeJourney, npsAt } from '../maps/factory'

onEachEngine((_, open) => {
  let database: Database
  beforeAll(async () => void (database = await open()))
  const answered = async (day: string) => {
    const shop = await makeJourney(database.db, { Buy: ['basket'] })
    await countAnswers(database.db, shop, npsAt('basket', { 9: 40 }, { day }))
    return contextOf(database.db, shop.workspaceId)
  }

  test('a link is offered the days that have answers where the last 90 have none', async () => {
    expect((await readShareOffers(await answered('2018-06-20'), { journey: 'shop' })).days).toEqual({ from: '2018-06-20', to: '2018-06-20' })
    expect((await readShareOffers(await answered('2026-03-01'), { journey: 'shop' })).days).toBeNull()
  })

  test('values that set nobody apart are offered, dimension by dimension', async () => {
    const shop = await makeJourney(database.db, { Buy: ['basket'] })
    const ctx = contextOf(database.db, shop.workspaceId)
    await asTenant(database.db, shop.workspaceId, async (tx) => {
      await tx.execute(sql`update structures set dimensions = '{channel,variant}' where workspace_id = ${shop.workspaceId}`)
    })
    await countAnswers(database.db, shop, [...npsAt('basket', { 9: 20 }, { channel: 'web', variant: 'new' }), ...npsAt('basket', { 9: 10 }, { channel: 'app', variant: 'old' }), ...npsAt('basket', { 9: 3 }, { channel: 'fax', variant: 'new' })])
    expect((await readShareOffers(ctx, { journey: 'shop' })).groups).toEqual([
      { dimension: 'channel', values: [{ value: 'app', name: 'app' }, { value: 'web', name: 'web' }] },
      { dimension: 'variant', values: [{ value: 'new', name: 'new' }, { value: 'old', name: 'old' }] },
    ])
  })

  test('whoever may not share is offered nothing', async () => {
    expect((await refusal(readShareOffers(as(await answered('2026-03-01'), VIEWER), { journey: 'shop' }))).code).toBe('forbidden')
  })
})
