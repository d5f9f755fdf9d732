import { beforeAll, expect, test } from 'vitest'
import type { Db } from '#db/open'
import { publish } from '#lib/live'
import { openFeed } from '#lib/maps/feed'
import { onEachEngine } from '../../harness/engines'
import { contextOf, makeJourney, type Place } from './factory'

onEachEngine((_, open) => {
  let db: Db
  let shop: Place
  beforeAll(async () => {
    db = (await open()).db
    shop = await makeJourney(db, { Buy: [] })
  })

  /** All that a reader hears from `journey` while `happen` goes on. */
  async function hear(happen: () => Promise<void> | void): Promise<string> {
    const left = new AbortController()
    const stream = await openFeed(contextOf(db, shop.workspaceId), { journey: 'shop' }, left.signal)
    const heard = new Response(stream).text()
    await happen()
    left.abort()
    return heard
  }
  const news = (answers: number, journeyId = shop.journeyId, workspaceId = shop.workspaceId) => publish({ workspaceId, journeyId, answers })
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

  test('the first answer is told at once, those that follow quickly in one message', async () => {
    const text = await hear(async () => {
      news(1)
      for (let i = 0; i < 20; i++) news(2)
      await wait(400)
    })
    const data = [...text.matchAll(/^event: answers\ndata: (.*)$/gm)].map((m) => JSON.parse(m[1] ?? ''))
    expect(data).toEqual([{ journey: 'shop', answers: 1 }, { journey: 'shop', answers: 40 }])
  })

  test('other journeys and other workspaces are not heard', async () => {
    expect(await hear(() => {
      news(1, shop.workspaceId)
      news(1, shop.journeyId, shop.journeyId)
    })).not.toContain('answers')
  })

  test('it ends when the server stops, and for a journey that is not there it does not begin', async () => {
    const closing = new AbortController()
    Object.assign(globalThis, { wayfeltClosing: closing.signal })
    const stream = await openFeed(contextOf(db, shop.workspaceId), { journey: 'shop' }, new AbortController().signal)
    closing.abort()
    expect(await new Response(stream).text()).toMatch(/^retry/)
    const late = await openFeed(contextOf(db, shop.workspaceId), { journey: 'shop' }, new AbortController().signal)
    expect(await new Response(late).text()).toMatch(/^retry/)
    Object.assign(globalThis, { wayfeltClosing: undefined })
    await expect(openFeed(contextOf(db, shop.workspaceId), { journey: 'none' }, closing.signal)).rejects.toMatchObject({ code: 'not_found' })
  })
})
