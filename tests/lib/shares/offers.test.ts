import { beforeAll, expect, test } from 'vitest'
import type { Database } from '#db/open'
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

  test('whoever may not share is offered nothing', async () => {
    expect((await refusal(readShareOffers(as(await answered('2026-03-01'), VIEWER), { journey: 'shop' }))).code).toBe('forbidden')
  })
})
