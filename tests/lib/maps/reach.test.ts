import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '#db/open'
import { asTenant } from '#db/scope'
import { inWorkspace } from '#lib/context'
import { drawMap } from '#lib/maps/draw-map'
import { readExplanation } from '#lib/maps/explain/read-explanation'
import { readMap } from '#lib/maps/read-map'
import { readStagePanel } from '#lib/maps/read-panel'
import { reachOf } from '#lib/maps/reach/rows'
import type { Reach } from '#lib/maps/reach/types'
import { monthOf } from '#lib/time'
import { onEachEngine } from '../../harness/engines'
import { contextOf, countAnswers, makeJourney, npsAt, type Place } from './factory'

type Told = { at: string; kind: string; n: number; channel?: string; day?: string }

const tell = (database: Database, { workspaceId, journeyId }: Place, told: readonly Told[]) =>
  asTenant(database.db, workspaceId, async (tx) => {
    for (const { at, kind, n, channel = '', day = '2026-03-01' } of told) {
      await tx.execute(sql`
        insert into tally_events (workspace_id, journey_id, grain, period, touchpoint_key, kind, channel, n)
        values
          (${workspaceId}, ${journeyId}, 'day', ${day}, ${at}, ${kind}, ${channel}, ${n}),
          (${workspaceId}, ${journeyId}, 'month', ${monthOf(day)}, ${at}, ${kind}, ${channel}, ${n})`)
    }
  })

const at = (reach: readonly Reach[] | null | undefined, stage: string, touchpoint: string | null = null) =>
  reach?.find((row) => row.stage === stage && row.touchpoint === touchpoint)

onEachEngine((_, open) => {
  let database: Database
  let place: Place
  const map = (query: Record<string, unknown> = {}) => readMap(contextOf(database.db, place.workspaceId), { journey: 'shop', ...query })

  beforeAll(async () => {
    database = await open()
    place = await makeJourney(database.db, { Buy: ['pay', 'basket'], Use: ['open'], Leave: [] })
    await asTenant(database.db, place.workspaceId, (tx) => tx.execute(sql`
      update structures set dimensions = '{channel,variant}' where workspace_id = ${place.workspaceId}`))
  })

  it('is empty for a journey of which no event was ever told', async () => {
    expect((await map()).reach).toEqual([])
  })

  it('gives each stage and touchpoint its rates over the period', async () => {
    await tell(database, place, [
      { at: 'pay', kind: 'exposed', n: 150, channel: 'web' }, { at: 'pay', kind: 'exposed', n: 50, channel: 'app' },
      { at: 'pay', kind: 'started', n: 80, channel: 'web' }, { at: 'pay', kind: 'completed', n: 60, channel: 'web' },
      { at: 'pay', kind: 'converted', n: 10, channel: 'web' }, { at: 'basket', kind: 'exposed', n: 100 }, { at: 'basket', kind: 'completed', n: 30 },
      { at: 'open', kind: 'completed', n: 7 }, { at: 'pay', kind: 'exposed', n: 900, day: '2025-03-01' },
    ])
    const { reach } = await map()
    expect(at(reach, 'buy', 'pay')).toMatchObject({ exposed: 200, responseRate: { value: 30, n: 200 }, dropOff: { value: 25, n: 80 }, conversion: { value: 5 } })
    expect(at(reach, 'buy')).toMatchObject({ exposed: 300, responseRate: { value: 30, n: 300 }, dropOff: { value: null, reason: 'more_than_base' } })
    expect(at(reach, 'use')).toMatchObject({ exposed: 0, responseRate: { value: null, n: 0 }, conversion: { value: null, n: 0 } })
    expect(reach?.map(({ stage, touchpoint }) => touchpoint ?? stage)).toEqual(
      ['buy', 'buy.overall', 'pay', 'basket', 'use', 'use.overall', 'open', 'leave', 'leave.overall'])
  })

  it('follows a channel, and says nothing of a group that events are not counted by', async () => {
    await countAnswers(database.db, place, npsAt('pay', { 9: 8 }, { day: '2020-01-01', variant: 'a' }))
    const { reach } = await map({ channel: 'app' })
    expect(at(reach, 'buy', 'pay')).toMatchObject({ exposed: 50, responseRate: { value: 0 } })
    expect((await map({ variant: 'a' })).reach).toBeNull()
  })

  it('explains each of its numbers', async () => {
    const ctx = contextOf(database.db, place.workspaceId)
    const drawn = await map()
    for (const [i, row] of (drawn.reach ?? []).entries()) {
      for (const part of ['exposed', 'responseRate', 'dropOff', 'conversion'] as const) {
        const { shown, formula } = await readExplanation(ctx, { journey: 'shop', number: `/reach/${i}/${part}` })
        expect([shown, formula.words.length > 10]).toEqual([row[part], true])
      }
    }
    await expect(readExplanation(ctx, { journey: 'shop', number: '/reach/0/stage' })).rejects.toThrow()
  })

  it('counts what is held back beside the answers, and in none of the numbers', async () => {
    await countAnswers(database.db, place, [
      ...npsAt('pay', { 9: 20 }),
      ...npsAt('pay', { 0: 8 }, { source: 'survey-held' }),
      ...npsAt('basket', { 0: 6 }, { source: 'survey-held' }),
      ...npsAt('open', { 0: 3 }, { source: 'survey-held' }),
    ])
    const drawn = await map()
    // The three at the other stage are too few to be told, also as a difference.
    expect([drawn.answers, drawn.held, drawn.stages[0]?.nps.value]).toEqual([20, 14, 100])
    const held = async (stage: string, touchpoint?: string) =>
      (await readStagePanel(contextOf(database.db, place.workspaceId), { journey: 'shop', stage, ...(touchpoint && { touchpoint }) })).held
    expect([await held('buy'), await held('use'), await held('leave')]).toEqual([14, null, 0])
    expect([await held('buy', 'pay'), await held('buy', 'basket'), await held('buy', 'buy.overall')]).toEqual([8, 6, 0])
  })

  it('tells a public reader nothing of reach and of what is held back', async () => {
    const reader = contextOf(database.db, place.workspaceId, { kind: 'public' })
    const { reach, held } = await inWorkspace(reader, async (tx) => (await drawMap(tx, reader, { journey: 'shop' })).map)
    expect([reach, held]).toEqual([null, null])
  })
})

describe('reach of few', () => {
  const stages = [{ key: 's', name: 'S', position: 1, touchpoints: ['a', 'b', 'c'].map((key) => ({ key, name: key, channel: null, overall: false })) }]
  const stageOf = { a: 's', b: 's', c: 's', gone: 's' }
  const exposed = (counts: Record<string, number>) => (key: string) => ({ exposed: counts[key] ?? 0, started: 0, completed: 0, converted: 0 })
  const shown = (counts: Record<string, number>, whole = counts) => reachOf(stages, stageOf, exposed(counts), exposed(whole)).map((row) => row.exposed)

  it('is hidden below five, with a second place where the stage would tell it', () => {
    expect(shown({ a: 3, b: 20, c: 50 })).toEqual([73, null, null, 50])
    expect(shown({ a: 3, b: 4, c: 50 })).toEqual([57, null, null, 50])
    expect(shown({ a: 3 })).toEqual([null, null, 0, 0])
  })

  it('counts a touchpoint that was put away in its stage, and hides what it could be told from', () => {
    expect(shown({ a: 20, gone: 30 })).toEqual([50, 20, 0, 0])
    expect(shown({ a: 20, b: 40, gone: 2 })).toEqual([62, null, 40, 0])
  })

  it('is hidden as a whole where a channel leaves few over', () => {
    expect(shown({ a: 20, b: 40 }, { a: 20, b: 43 })).toEqual([null, null, null, 0])
    expect(shown({ a: 20, b: 40 }, { a: 20, b: 45 })).toEqual([60, 20, 40, 0])
  })
})
