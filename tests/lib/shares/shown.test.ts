import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Db } from '#db/open'
import { asTenant } from '#db/scope'
import type { Context } from '#lib/context'
import { revokeShare } from '#lib/shares/write'
import type { Share } from '#lib/shares/knock'
import { readShown, type Shown } from '#lib/shares/shown/read'
import { openLink } from '../../factory/shares'
import { onEachEngine } from '../../harness/engines'
import { contextOf, countAnswers, makeJourney, NOW, npsAt, type Place } from '../maps/factory'

onEachEngine((_, open) => {
  let db: Db
  let at = NOW.getTime()
  beforeAll(async () => {
    db = (await open()).db
  })

  const now = () => new Date(at)
  const shareOf = async (place: Place, asked: object = {}): Promise<{ ctx: Context; share: Share }> => {
    const { share, reader } = await openLink({ ...contextOf(db, place.workspaceId), now }, 'shop', asked)
    return { ctx: reader, share }
  }
  /** A look some time after the last one. */
  const look = async ({ ctx, share }: { ctx: Context; share: Share }): Promise<Shown['map']> => {
    at += 10_000
    const shown = await readShown(ctx, share)
    if (!shown) throw new Error('nothing is shown')
    return shown.map
  }
  const nps = (map: Shown['map'], key: string) => map.stages.flatMap((s) => [s, ...s.touchpoints]).find((place) => place.key === key)?.nps

  test('two looks one answer apart are the same look, and five answers later it is renewed', async () => {
    const shop = await makeJourney(db, { Buy: ['a'], Use: ['b'] })
    await countAnswers(db, shop, [...npsAt('a', { 9: 20 }), ...npsAt('b', { 0: 12 })])
    const link = await shareOf(shop)
    const first = await look(link)
    expect(nps(first, 'a')).toMatchObject({ n: 20, value: 100 })
    for (let i = 1; i <= 4; i++) {
      await countAnswers(db, shop, npsAt('a', { 0: 1 }))
      expect(await look(link)).toEqual(first)
    }
    await countAnswers(db, shop, npsAt('a', { 0: 1 }))
    const later = await look(link)
    expect([nps(later, 'a')?.n, nps(later, 'buy')?.n, nps(later, 'use')?.n, later.answers]).toEqual([25, 25, 12, 37])
  })

  test('a second link of the same map shows what the first shows, also where that is revoked: two links tell no answer apart', async () => {
    const shop = await makeJourney(db, { Buy: ['a'] })
    await countAnswers(db, shop, npsAt('a', { 9: 20 }))
    const link = await shareOf(shop)
    const first = await look(link)
    await countAnswers(db, shop, npsAt('a', { 0: 1 }))
    expect(await look(await shareOf(shop, { comments: true }))).toEqual(first)
    await revokeShare({ ...contextOf(db, shop.workspaceId), now }, { journey: 'shop', id: link.share.id })
    expect(await look(await shareOf(shop))).toEqual(first)
    expect(nps(await look(await shareOf(shop, { from: '2026-01-01', to: '2026-12-31' })), 'a')?.n).not.toBe(20)
  })

  test('links of other channels and days are renewed at one moment: no difference of two of them is of few answers', async () => {
    const shop = await makeJourney(db, { Buy: ['a'] })
    const web = (n: number, more: object = {}) => countAnswers(db, shop, npsAt('a', { 9: n }, { channel: 'web', ...more }))
    const app = (n: number) => countAnswers(db, shop, npsAt('a', { 0: n }, { channel: 'app' }))
    await web(20)
    await web(10, { day: '2026-01-15' })
    await app(12)
    const links = [await shareOf(shop), await shareOf(shop, { channel: 'web' }), await shareOf(shop, { from: '2026-02-01', to: '2026-03-31' })]
    const seen = async () => {
      const each: (number | null | undefined)[] = []
      for (const link of links) each.push(nps(await look(link), 'a')?.n)
      return each
    }
    expect(await seen()).toEqual([42, 30, 32])
    // Five in all, but one of them on the web; then five on the web, but those of the app have been four.
    await web(1)
    await app(4)
    expect(await seen()).toEqual([42, 30, 32])
    await web(4)
    expect(await seen()).toEqual([42, 30, 32])
    await app(1)
    expect(await seen()).toEqual([52, 35, 42])
    // Of days that one link leaves out.
    await web(6)
    await web(1, { day: '2026-01-15' })
    expect(await seen()).toEqual([52, 35, 42])
  })

  test('a stage waits for its smallest cell: a hidden touchpoint cannot be had as the stage minus the others', async () => {
    const shop = await makeJourney(db, { Buy: ['a', 'b'] })
    await countAnswers(db, shop, [...npsAt('a', { 9: 30 }), ...npsAt('b', { 9: 6 })])
    const link = await shareOf(shop)
    const first = await look(link)
    await countAnswers(db, shop, [...npsAt('a', { 9: 10 }), ...npsAt('b', { 0: 1 })])
    expect(await look(link)).toEqual(first)
    await countAnswers(db, shop, npsAt('b', { 0: 4 }))
    expect(nps(await look(link), 'b')).toMatchObject({ n: 11 })
  })

  test('a rolling period moves only with enough answers: one that leaves it is told as little as one that comes', async () => {
    const shop = await makeJourney(db, { Buy: ['a'] })
    const start = at
    await countAnswers(db, shop, [...npsAt('a', { 9: 20 }), ...npsAt('a', { 0: 1 }, { day: '2025-12-15' })])
    const link = await shareOf(shop)
    const first = await look(link)
    expect([first.from, nps(first, 'a')?.n]).toEqual(['2025-12-11', 21])
    at += 10 * 86_400_000
    expect(await look(link)).toEqual(first)
    await countAnswers(db, shop, npsAt('a', { 9: 4 }))
    const moved = await look(link)
    // One went and four came: five in all.
    expect([moved.from, nps(moved, 'a')?.n]).toEqual(['2025-12-21', 24])
    at = start
  })

  test('while answers are on their way to new places it stays what it was; the first look of a new link says so', async () => {
    const shop = await makeJourney(db, { Buy: ['a'] })
    await countAnswers(db, shop, npsAt('a', { 9: 20 }))
    const link = await shareOf(shop)
    const first = await look(link)
    const work = (state: string) => asTenant(db, shop.workspaceId, (tx) => tx.execute(sql`
      insert into jobs (workspace_id, id, kind, payload, state, attempts, run_at, created_at)
      values (${shop.workspaceId}, ${shop.journeyId}, 'journey.recount', ${JSON.stringify({ journeyId: shop.journeyId, touchpoints: ['a'] })}::jsonb, ${state}, 0, now(), now())
      on conflict (workspace_id, id) do update set state = excluded.state`))
    await work('running')
    await countAnswers(db, shop, npsAt('a', { 0: 10 }))
    expect([first.recounting, await look(link)]).toEqual([false, first])
    expect((await look(await shareOf(shop, { from: '2026-01-01', to: '2026-12-31' }))).recounting).toBe(true)
    await work('done')
    expect(nps(await look(link), 'a')?.n).toBe(30)
  })

  test('one answer that is changed later changes nothing that is seen', async () => {
    const shop = await makeJourney(db, { Buy: ['a'] })
    await countAnswers(db, shop, npsAt('a', { 9: 20, 0: 1 }))
    const link = await shareOf(shop)
    const first = await look(link)
    for (const table of ['tally_days', 'tally_months']) {
      await asTenant(db, shop.workspaceId, (tx) => tx.execute(sql`
        update ${sql.identifier(table)} set c0 = c0 - 1, c9 = c9 + 1, s = s + 9, q = q + 81
        where workspace_id = ${shop.workspaceId} and journey_id = ${shop.journeyId} and instrument = 'nps'`))
    }
    expect(await look(link)).toEqual(first)
  })

  test('a link shows its days and its channel, and nothing of the workspace beside', async () => {
    const shop = await makeJourney(db, { Buy: ['a'] })
    await countAnswers(db, shop, [...npsAt('a', { 9: 20 }, { channel: 'web' }), ...npsAt('a', { 0: 10 }, { channel: 'app' }), ...npsAt('a', { 0: 30 }, { day: '2026-02-01' })])
    const map = await look(await shareOf(shop, { from: '2026-03-01', to: '2026-03-05', channel: 'web' }))
    expect([map.from, map.to, map.channel, nps(map, 'a')?.n, map.answers]).toEqual(['2026-03-01', '2026-03-05', 'web', 20, 20])
    expect(map).toMatchObject({ channels: [], dimensions: [], today: 0, drafted: 0, held: null, study: null, reach: null, transitions: null, gaps: null, freshness: null, compared: [] })
    expect(JSON.stringify(map)).not.toContain('counts')
  })

  test('a link may be fixed to a variant, a segment or a persona that sets nobody apart, beside none of another dimension', async () => {
    const shop = await makeJourney(db, { Buy: ['a', 'b'] })
    await asTenant(db, shop.workspaceId, (tx) => tx.execute(sql`update structures set dimensions = '{channel,variant}' where workspace_id = ${shop.workspaceId}`))
    await countAnswers(db, shop, [...npsAt('a', { 9: 20 }, { variant: 'new', channel: 'web' }), ...npsAt('a', { 0: 10 }, { variant: 'old' }), ...npsAt('b', { 0: 9 }, { variant: 'old' }), ...npsAt('b', { 9: 3 }, { variant: 'new' })])
    const link = await shareOf(shop, { variant: 'new' })
    const map = await look(link)
    expect([map.filter, nps(map, 'a')?.n, nps(map, 'b')]).toEqual([{ dimension: 'variant', value: 'new' }, null, expect.objectContaining({ suppressed: true, n: null })])
    expect(nps(map, 'buy')?.n).toBe(23)
    await expect(shareOf(shop, { variant: 'none' })).rejects.toMatchObject({ errors: [{ pointer: '/variant', code: 'filter_unmasks' }] })
    await expect(shareOf(shop, { channel: 'web' })).rejects.toMatchObject({ errors: [{ pointer: '/channel', code: 'filter_unmasks' }] })
    await revokeShare({ ...contextOf(db, shop.workspaceId), now }, { journey: 'shop', id: link.share.id })
    expect(nps(await look(await shareOf(shop, { channel: 'web' })), 'a')?.n).toBe(20)
  })
})
