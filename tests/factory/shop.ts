import { beforeEach } from 'vitest'
import type { Database } from '#db/open'
import type { Context } from '#lib/context'
import { makeJourney, makeWorkspace } from './world'

/** A journey with a live survey in a workspace of its own, made anew before each test. */
export type Shop = { ctx: Context; surveyId: string; journey: string }

/** `each` takes it before every test; one database serves them all. */
export function eachShop(open: () => Promise<Database>, each: (shop: Shop) => unknown): void {
  let database: Database | undefined
  beforeEach(async () => {
    database ??= await open()
    const ctx = await makeWorkspace(database)
    const { surveyId, key } = await makeJourney(ctx)
    await each({ ctx, surveyId, journey: key })
  })
}
