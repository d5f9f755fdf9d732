import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '#db/open'
import { addCampaign, archiveCampaign } from '#lib/campaigns/write'
import type { Context } from '#lib/context'
import { archiveStage } from '#lib/journeys/stages'
import { readCampaignBoard } from '#lib/maps/campaigns/read-board'
import { readMap } from '#lib/maps/read-map'
import { readTrend } from '#lib/maps/change/read-trend'
import { benjaminiHochberg } from '#lib/stats/compare/benjamini-hochberg'
import { indexDifference } from '#lib/stats/compare/difference'
import { as, VIEWER } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'
import { contextOf, countAnswers, makeJourney, npsAt } from './factory'

// Today is 10 March 2026.
const during = { day: '2026-03-02' }
const before = { day: '2026-02-25' }

onEachEngine((_, open) => {
  let database: Database
  let ctx: Context
  beforeAll(async () => {
    database = await open()
    const shop = await makeJourney(database.db, { Buy: ['a'], Use: ['b'], Leave: ['c'] })
    ctx = contextOf(database.db, shop.workspaceId)
    await countAnswers(database.db, shop, [
      ...npsAt('a', { 9: 54, 7: 28, 3: 18 }, during), ...npsAt('a', { 9: 20, 7: 28, 3: 52 }, before),
      ...npsAt('b', { 9: 30, 3: 30 }, during), ...npsAt('b', { 9: 28, 3: 32 }, before),
      ...npsAt('c', { 9: 30 }, during), { at: 'c', scores: { csat: 4 }, times: 40, ...before },
      // Of neither side: the day after today would be, and the eleventh day before.
      ...npsAt('a', { 0: 500 }, { day: '2026-02-18' }),
    ])
  })
  const add = (more: object) => addCampaign(ctx, { journey: 'shop', name: 'One', channel: 'email', stages: ['buy'], starts: '2026-03-01', ...more })
  const board = (who = ctx) => readCampaignBoard(who, { journey: 'shop' })
  const clear = async () => { for (const { id } of (await board()).campaigns) await archiveCampaign(ctx, { journey: 'shop', id }) }

  it('the effect is that of its days against as many before, with one q for all stages of all campaigns', async () => {
    await clear()
    const [one, two] = [await add({ stages: ['buy', 'use'] }), await add({ name: 'Two', stages: ['leave'], channel: 'web', ends: '2026-03-20' })]
    const { effects } = await board()
    expect(effects?.map(({ campaign, stage }) => [campaign, stage])).toEqual([[one.id, 'buy'], [one.id, 'use'], [two.id, 'leave']])
    const [buy, use, leave] = effects ?? []
    expect([buy?.days, buy?.during, buy?.before]).toEqual([10, { from: '2026-03-01', to: '2026-03-10' }, { from: '2026-02-19', to: '2026-02-28' }])
    const [a, b] = [indexDifference({ n: 100, s: 36, q: 72 }, { n: 100, s: -32, q: 72 }), indexDifference({ n: 60, s: 0, q: 60 }, { n: 60, s: -4, q: 60 })]
    const [qa, qb] = benjaminiHochberg([a?.p ?? 1, b?.p ?? 1])
    expect(buy?.nps).toMatchObject({ state: 'tested', value: a?.value, p: a?.p, q: qa, isClear: true, during: { value: 36, n: 100 }, before: { value: -32, n: 100 } })
    expect(use?.nps).toMatchObject({ state: 'tested', value: b?.value, q: qb, isClear: false })
    expect([leave?.emotion.state, leave?.emotion.value, leave?.nps.state]).toEqual(['mix_changed', null, 'no_answers'])
  })

  it('says nothing of the first days, of too few answers, and of what has not begun', async () => {
    await clear()
    await add({ starts: '2026-03-05' })
    await add({ starts: '2026-03-11', channel: 'web' })
    const { effects, campaigns } = await board()
    expect(effects).toHaveLength(1)
    expect(effects?.[0]?.emotion).toMatchObject({ metric: 'emotion_index', state: 'too_short', value: null, q: null })
    expect(campaigns.map(({ state }) => state)).toEqual(['now', 'planned'])
    const few = await makeJourney(database.db, { Buy: ['a'] })
    const own = contextOf(database.db, few.workspaceId)
    await countAnswers(database.db, few, [...npsAt('a', { 9: 4 }, during), ...npsAt('a', { 9: 40 }, before)])
    await addCampaign(own, { journey: 'shop', name: 'One', channel: 'email', stages: ['buy'], starts: '2026-03-01' })
    expect((await board(own)).effects?.[0]?.nps).toMatchObject({ state: 'hidden', value: null, during: { suppressed: true, n: null } })
  })

  it('finds two that run together, at stages of the map only, and nothing of what is over or archived', async () => {
    await clear()
    const [one, two] = [await add({ audience: 'New teams' }), await add({ starts: '2026-03-12', ends: '2026-03-20' })]
    await add({ starts: '2026-02-01', ends: '2026-03-09' })
    await archiveCampaign(ctx, { journey: 'shop', id: (await add({})).id })
    expect((await board()).redundant).toEqual([
      { a: one.id, b: two.id, stages: ['buy'], channel: 'email', persona: null, audience: 'New teams', from: '2026-03-12', to: '2026-03-20' },
    ])
  })

  it('a map shows those that touch its period and those that are not over, without what the team noted', async () => {
    await clear()
    await add({ name: 'Long ago', starts: '2025-01-01', ends: '2025-01-31', cost: 5, currency: 'EUR', note: 'Secret' })
    await add({ name: 'Over', starts: '2026-02-01', ends: '2026-02-10' })
    await add({ name: 'Planned', starts: '2026-04-01', channel: 'web' })
    const on = async (asked: object, who = ctx) => (await readMap(who, { journey: 'shop', ...asked })).campaigns
    expect((await on({ from: '2026-03-01', to: '2026-03-10' })).map(({ name, state }) => [name, state])).toEqual([['Planned', 'planned']])
    expect((await on({ from: '2025-01-31', to: '2026-02-01' })).map(({ name, state }) => [name, state])).toEqual([['Long ago', 'past'], ['Over', 'past'], ['Planned', 'planned']])
    const [seen] = await on({ from: '2025-01-01', to: '2025-01-31' }, as(ctx, VIEWER))
    expect(seen).toMatchObject({ name: 'Long ago', cost: null, currency: null })
    expect(seen).not.toHaveProperty('note')
  })

  it('a trend names those that ran in its days at its stages, and no plan', async () => {
    await clear()
    await add({ name: 'Over', starts: '2026-01-05', ends: '2026-02-10' })
    await add({ name: 'Runs', starts: '2026-03-01', stages: ['use', 'buy'], channel: 'web' })
    await add({ name: 'Planned', starts: '2026-04-01' })
    const on = async (asked: object) => (await readTrend(ctx, { journey: 'shop', every: 'month', from: '2026-02-01', to: '2026-03-10', ...asked })).campaigns.map(({ name, stages }) => [name, stages])
    expect(await on({})).toEqual([['Over', ['buy']], ['Runs', ['buy', 'use']]])
    expect(await on({ from: '2026-02-11' })).toEqual([['Runs', ['buy', 'use']]])
    expect(await on({ stage: 'use', by: 'touchpoint' })).toEqual([['Runs', ['buy', 'use']]])
    expect(await on({ stage: 'leave' })).toEqual([])
  })

  it('a stage that was archived takes its campaign off the map, not off the list', async () => {
    const place = await makeJourney(database.db, { Buy: ['a'], Use: ['b'] })
    const own = contextOf(database.db, place.workspaceId)
    await addCampaign(own, { journey: 'shop', name: 'One', channel: 'email', stages: ['use'], starts: '2026-03-01' })
    await archiveStage(own, { journey: 'shop', stage: 'use' })
    expect((await readMap(own, { journey: 'shop' })).campaigns).toEqual([])
    const { campaigns, effects } = await board(own)
    expect([campaigns.map(({ stages }) => stages), effects]).toEqual([[['use']], []])
  })

  describe('who may', () => {
    it('whoever has a share link sees no effect, no cost and no note of the team, and no other journey', async () => {
      const place = await makeJourney(database.db, { Buy: ['a'] })
      const own = contextOf(database.db, place.workspaceId)
      await addCampaign(own, { journey: 'shop', name: 'One', channel: 'email', stages: ['buy'], starts: '2026-03-01', cost: 10, currency: 'EUR', note: 'Secret' })
      const share = (journeyId: string) => as(own, { kind: 'share', journeyId, comments: false })
      const shared = await readCampaignBoard(share(place.journeyId), { journey: 'shop' })
      expect([shared.effects, shared.campaigns[0]?.cost, shared.campaigns[0]?.note]).toEqual([null, null, null])
      await expect(readCampaignBoard(share(randomUUID()), { journey: 'shop' })).rejects.toThrow('no such journey')
    })

    it('another workspace sees nothing', async () => {
      await expect(board({ ...ctx, workspaceId: randomUUID() })).rejects.toThrow('no such journey')
    })
  })
})
