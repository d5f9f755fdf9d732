import { setMaxListeners } from 'node:events'
import { beforeAll, expect, test } from 'vitest'
import type { Db } from '#db/open'
import { publish } from '#lib/live'
import { openFeed } from '#lib/maps/live/feed'
import { hubOf } from '#lib/maps/live/hub'
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
      await wait(150)
      for (let i = 0; i < 20; i++) news(2)
      // As long as a slow machine needs for two reads of today's count.
      await wait(2_000)
    })
    const data = [...text.matchAll(/^event: answers\ndata: (.*)$/gm)].map((m) => JSON.parse(m[1] ?? ''))
    expect(data).toEqual([1, 40].map((answers) => ({ journey: 'shop', answers, today: 0, within: 0 })))
  })

  test('a draft that changed and a map that was published are told by name', async () => {
    const text = await hear(async () => {
      publish({ workspaceId: shop.workspaceId, journeyId: shop.journeyId, answers: 0, what: 'draft' })
      await wait(300)
      publish({ workspaceId: shop.workspaceId, journeyId: shop.journeyId, answers: 0, what: 'map' })
      await wait(300)
    })
    expect([...text.matchAll(/^event: (.*)$/gm)].map((m) => m[1])).toEqual(['draft', 'map'])
  })

  test('who may not read single answers hears of none, but of five together', async () => {
    const heard: string[] = []
    const reader = { full: false, send: (text: string) => heard.push(text) > 0, end: () => {} }
    const leave = hubOf({ ...shop, journey: 'shop', today: async () => 1 }).join(reader)
    for (const n of [1, 3]) news(n)
    await wait(400)
    expect(heard).toEqual([])
    news(1)
    await wait(400)
    leave()
    expect(heard.join('')).toBe('event: map\ndata: {"journey":"shop","within":0}\n\n')
  })

  test('with many pages open each is told when to read anew, a moment of its own', async () => {
    const left = new AbortController()
    setMaxListeners(100, left.signal)
    const streams = await Promise.all(Array.from({ length: 25 }, () => openFeed(contextOf(db, shop.workspaceId), { journey: 'shop' }, left.signal)))
    const texts = Promise.all(streams.map((stream) => new Response(stream).text()))
    news(2)
    await wait(200)
    left.abort()
    for (const text of await texts) expect(JSON.parse(/data: (.*)/.exec(text)?.[1] ?? '')).toMatchObject({ answers: 2, within: 8_000 })
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
