import { expect, test } from 'vitest'
import { inWorkspace } from '#lib/context'
import { drawMap } from '#lib/maps/draw-map'
import type { Problem } from '#lib/errors'
import { onEachEngine } from '../../harness/engines'
import { contextOf, countAnswers, makeJourney } from './factory'

onEachEngine((_, open) => {
  test('who may not read single responses gets the map and the channels that were audited together, and nothing beside', async () => {
    const { db } = await open()
    const shop = await makeJourney(db, { Buy: ['a', 'b'] })
    const nps = (at: string, score: number, times: number, channel: string) => ({ at, scores: { nps: score }, times, channel })
    await countAnswers(db, shop, [nps('a', 9, 20, 'web'), nps('a', 2, 4, 'app'), nps('b', 5, 12, 'web'), nps('b', 5, 15, 'app')])
    const ctx = contextOf(db, shop.workspaceId, { kind: 'public' })
    const draw = (asked: object = {}) => inWorkspace(ctx, async (tx) => (await drawMap(tx, ctx, { journey: 'shop', ...asked })).map)
    const all = await draw()
    const app = await draw({ channel: 'app' })
    const at = (map: typeof all, key: string) => map.stages[0]?.touchpoints.find((t) => t.key === key)?.nps
    // Four answers by app at `a`: hidden there, and not to be had as all minus web either.
    expect(at(app, 'a')?.suppressed).toBe(true)
    const web = await draw({ channel: 'web' })
    expect(at(all, 'a')?.suppressed || at(web, 'a')?.suppressed).toBe(true)
    expect(all.stages[0]?.nps.n).toBe(51)
    expect([all.dimensions, all.today, all.compared]).toEqual([[], 0, []])
    const refused = (asked: object) => draw(asked).then(() => null, (error: Problem) => [error.status, error.errors[0]?.pointer ?? null, error.errors[0]?.code ?? error.code])
    expect(await refused({ channel: 'fax' })).toEqual([400, '/channel', 'filter_unmasks'])
    expect(await refused({ source: 'staff' })).toEqual([400, '/source', 'filter_unmasks'])
    expect(await refused({ compare: 'period:2025-01-01..2025-01-31' })).toEqual([403, null, 'forbidden'])
  })
})
