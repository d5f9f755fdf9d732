import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '#db/open'
import { asTenant } from '#db/scope'
import { holdBeliefs, verdictOf } from '#lib/maps/beliefs/hold'
import { readMap } from '#lib/maps/read-map'
import { emptyBook } from '#lib/journeys/document/schema'
import { onEachEngine } from '../../../harness/engines'
import { hidden, measured, nobody, stage } from '../../../app/ui/stages'
import { contextOf, countAnswers, makeJourney, npsAt, type Place } from '../factory'

const emotion = (value: number, n?: number) => measured('emotion_index', value, n)

describe('what a team assumed beside what was measured', () => {
  it('is contradicted only where it lies outside the interval', () => {
    const m = { ...emotion(-7, 612), low: -12, high: -1 }
    expect([35, -1, -12, -13, -60].map((a) => verdictOf(a, m)?.verdict)).toEqual(['worse', 'as_assumed', 'as_assumed', 'better', 'better'])
    expect(verdictOf(35, m)?.gap).toBe(-42)
  })
  it('tells enough, few, hidden and no answers apart, and a place of which nothing was assumed', () => {
    expect(verdictOf(35, emotion(-7, 29))).toEqual({ verdict: 'too_few', gap: null })
    expect(verdictOf(35, hidden('emotion_index'))).toEqual({ verdict: 'too_few', gap: null })
    expect(verdictOf(35, nobody('emotion_index'))).toEqual({ verdict: 'assumed_only', gap: null })
    expect(verdictOf(null, emotion(5))).toEqual({ verdict: 'measured', gap: null })
    expect(verdictOf(null, nobody('emotion_index'))).toBe(null)
  })
  it('says nothing of a hidden place that its value could be told from', () => {
    const value = fc.double({ min: -100, max: 100, noNaN: true })
    fc.assert(fc.property(fc.integer({ min: -100, max: 100 }), value, (assumed, secret) => {
      const one = { ...hidden('emotion_index'), value: secret, low: secret - 1, high: secret + 1 }
      expect(verdictOf(assumed, one)).toEqual({ verdict: 'too_few', gap: null })
      expect(verdictOf(null, one)).toBe(null)
    }))
  })
  it('says of a target whether the whole interval lies below it, above it or around it', () => {
    const book = emptyBook()
    Object.assign(book.target.stage, { a: { emotion: 40 }, b: { emotion: 40, csat: 80 }, c: { emotion: 40 } })
    const { targets } = holdBeliefs([stage('A', emotion(20)), stage('B', emotion(45)), stage('C', emotion(60))], book)
    expect(targets.map(({ stage: at, metric, gap, lies }) => [at, metric, gap, lies])).toEqual([
      ['a', 'emotion', -20, 'below'], ['b', 'emotion', 5, 'around'], ['b', 'csat', null, 'no_answers'], ['c', 'emotion', 20, 'above'],
    ])
  })
})

onEachEngine((_, open) => {
  let database: Database
  let place: Place

  beforeAll(async () => {
    database = await open()
    place = await makeJourney(database.db, { Buy: ['pay'], Use: ['open'] })
    await countAnswers(database.db, place, [...npsAt('pay', { 9: 40, 2: 25 }), ...npsAt('open', { 9: 3 })])
    const { workspaceId, journeyId } = place
    const write = (lane: string, level: string, key: string, value: unknown) => asTenant(database.db, workspaceId, (tx) => tx.execute(sql`
      insert into map_cells (workspace_id, journey_id, lane, level, place, value)
      values (${workspaceId}, ${journeyId}, ${lane}, ${level}, ${key}, ${JSON.stringify(value)}::jsonb)`))
    await write('assumed', 'stage', 'buy', { index: 90 })
    await write('assumed', 'touchpoint', 'open', { index: 10 })
    await write('target', 'stage', 'buy', { nps: -100 })
  })

  it('stands on the map for each stage and touchpoint', async () => {
    const { beliefs } = await readMap(contextOf(database.db, place.workspaceId), { journey: 'shop' })
    expect(beliefs.places.map(({ stage: at, touchpoint, verdict }) => [at, touchpoint, verdict])).toEqual([
      ['buy', null, 'worse'], ['buy', 'pay', 'measured'], ['use', 'open', 'too_few'],
    ])
    expect(beliefs.targets).toMatchObject([{ stage: 'buy', metric: 'nps', target: -100, lies: 'above' }])
  })
})
