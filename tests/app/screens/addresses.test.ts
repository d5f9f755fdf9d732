import { beforeAll, expect, test } from 'vitest'
import type { Database } from '#db/open'
import { createJourney } from '#lib/journeys/create'
import { makeWorkspace } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

onEachEngine((_, open) => {
  let database: Database
  beforeAll(async () => void (database = await open()))

  test('no journey takes the address of the page that makes one', async () => {
    const ctx = await makeWorkspace(database)
    expect((await createJourney(ctx, { name: 'New' })).key).toBe('new-2')
    expect((await createJourney(ctx, { name: 'New' })).key).toBe('new-3')
  })
})
