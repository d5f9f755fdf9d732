import { beforeAll, expect, test } from 'vitest'
import type { Database } from '#db/open'
import type { Filter } from '../../../app/w/[workspace]/journeys/[journey]/_filter/address'
import { earlierFilter } from '../../../app/w/[workspace]/journeys/[journey]/_filter/earlier'
import { onEachEngine } from '../../harness/engines'
import { contextOf, countAnswers, makeJourney, npsAt } from '../../lib/maps/factory'

const SHOP = { key: 'shop', timeZone: 'UTC' }

onEachEngine((_, open) => {
  let database: Database
  beforeAll(async () => void (database = await open()))
  const asked = async (days: string[], filter: Filter) => {
    const shop = await makeJourney(database.db, { Buy: ['basket'] })
    for (const day of days) await countAnswers(database.db, shop, npsAt('basket', { 9: 12 }, { day }))
    return earlierFilter(contextOf(database.db, shop.workspaceId), SHOP, filter, '90d')
  }

  test('a view of the usual days opens on all days that have answers', async () => {
    expect(await asked(['2018-01-05', '2018-06-20'], { period: '90d' })).toEqual({ period: 'custom', from: '2018-01-05', to: '2018-06-20' })
    expect(await asked(['2001-01-05', '2018-06-20'], { period: '90d' })).toMatchObject({ from: '2008-06-22', to: '2018-06-20' })
  })

  test('a view stays as it was asked for: other days, a group, a comparison; and so does one that nobody ever answered', async () => {
    const days = ['2018-01-05']
    expect(await asked(days, { period: '30d' })).toBeNull()
    expect(await asked(days, { period: '90d', channel: 'web' })).toBeNull()
    expect(await asked(days, { period: '90d', compare: ['channel:web'] })).toBeNull()
    expect(await asked([], { period: '90d' })).toBeNull()
  })
})
