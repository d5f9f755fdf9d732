import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '#db/open'
import { rows } from '#db/rows'
import { listResponses } from '#lib/collect/results/list'
import { type Context, inWorkspace } from '#lib/context'
import { newId } from '#lib/ids'
import { planImport } from '#lib/imports/plan'
import { runImport } from '#lib/imports/run'
import { readOutcome } from '#lib/journeys/outcome'
import { readJourney } from '#lib/journeys/read'
import { archiveStage } from '#lib/journeys/stages'
import { verifyTallies } from '#lib/rollups/verify'
import { makeWorkspace } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'
import { fileOf } from './file/files'

const CSV = `id,boarding,gate,wifi,mood,comment,happy
1,5,1,0,0.5,fine,satisfied
2,0,0.0,n/a,,,neutral
3,4,6,3,,,satisfied
4,3,2,0,,,
`
const ANSWERS = ['boarding=csat@Airport/Online boarding', 'gate=csat@Airport/Gate/location', 'wifi=ces@On board/Wifi', 'mood=sentiment@On board/Wifi']
const FLAGS = {
  journey: 'Flight', create: true, id: 'id', answer: ANSWERS, 'ignore-value': ['0', 'n/a'],
  outcome: 'happy', 'outcome-positive': ' satisfied ', 'at-default': '2026-03-01',
}

onEachEngine((_, open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })

  const person = () => makeWorkspace(database, { kind: 'user', userId: newId(), role: 'editor' }, () => new Date())

  async function take(ctx: Context, change: Record<string, unknown> = {}, content = CSV) {
    const file = fileOf('a.csv', content, 4096)
    return runImport(ctx, file, await planImport(ctx, file, { ...FLAGS, ...change }))
  }

  const placesOf = async (ctx: Context) => {
    const { stages } = await readJourney(ctx, { journey: 'flight' })
    return stages.map(({ name, touchpoints }) => [name, ...touchpoints.filter((t) => !t.overall).map((t) => t.name)])
  }

  describe('an import of rows that rate several touchpoints', () => {
    it('makes one response a row with an answer at each touchpoint that was rated', async () => {
      const ctx = await person()
      const summary = await take(ctx)
      expect(summary).toMatchObject({ rows: 4, accepted: 2, empty: 1, rejected: 1 })
      expect(summary.problems).toMatchObject([{}, { line: 4, kind: 'rejected', reason: 'Column "gate": "6" is not a whole number from 1 to 5 (csat).' }])
      const { data } = await listResponses(ctx, { journey: 'flight' })
      const first = data.find((response) => response.attributes?.happy === 'satisfied')
      expect(first?.answers.map(({ stage, touchpoint, instrument, value }) => [stage, touchpoint, instrument, value]).sort()).toEqual([
        ['airport', 'gate-location', 'csat', 1],
        ['airport', 'online-boarding', 'csat', 5],
        ['on-board', 'wifi', 'sentiment', 0.5],
      ])
      expect(data.map(({ touchpoint, attributes }) => [touchpoint, attributes])).toContainEqual(['online-boarding', null])
      expect(await placesOf(ctx)).toEqual([['Airport', 'Online boarding', 'Gate/location'], ['On board', 'Wifi']])
    })

    it('counts them where they belong, and a second time changes nothing', async () => {
      const ctx = await person()
      await take(ctx)
      expect(await take(ctx)).toMatchObject({ accepted: 0, known: 2, changed: 0 })
      const counted = await inWorkspace(ctx, (tx) =>
        rows(tx, sql`
          select place, n::int as n, s::text as s
          from tally_months
          where workspace_id = ${ctx.workspaceId} and level = 'touchpoint' and instrument = 'csat'
          order by place`),
      )
      expect(counted).toEqual([{ place: 'gate-location', n: 2, s: '3' }, { place: 'online-boarding', n: 2, s: '8' }])
      expect(await verifyTallies(ctx)).toEqual({ journeys: 1, differences: [] })
    })

    it('declares the outcome of the journey', async () => {
      const ctx = await person()
      await take(ctx)
      expect(await readOutcome(ctx, { journey: 'flight' })).toEqual({ kind: 'attribute', name: 'happy', positive: 'satisfied' })
    })

    it('puts stages in the order named and finds places by key or name', async () => {
      const ctx = await person()
      await take(ctx, { stages: 'On board,Airport' })
      const again = await take(ctx, { create: false, answer: ['boarding=nps@airport/online-boarding', 'gate=csat@Airport/Gate/location'], id: undefined })
      expect(again).toMatchObject({ accepted: 2, empty: 1, rejected: 1 })
      expect((await placesOf(ctx)).map(([stage]) => stage)).toEqual(['On board', 'Airport'])
    })

    it('puts a row that also has a place of its own there', async () => {
      const ctx = await person()
      await take(ctx, { stage: 'where', comment: 'said' }, 'id,boarding,gate,wifi,mood,where,said,happy\n1,5,,,,Airport,late,satisfied\n2,5,,,,,late,satisfied\n3,5,,,,,,\n')
      const { data } = await listResponses(ctx, { journey: 'flight' })
      expect(data.map(({ touchpoint }) => touchpoint).sort()).toEqual(['airport.overall', 'online-boarding'])
    })
  })

  describe('a wrong flag stops an import before its first row', () => {
    it.each([
      ['a column that is not there', { answer: ['boardin=csat@Airport/Boarding'] }, 'no column "boardin" for answer. Did you mean "boarding"?'],
      ['two columns for one score', { answer: ['gate=csat@A/B', 'wifi=csat@A/B'] }, '"wifi=csat@A/B": csat at b is taken from the column "gate" already.'],
      ['one touchpoint in two ways of writing', { answer: ['gate=csat@A/B', 'wifi=csat@A/b'] }, 'csat at b is taken from'],
      ['another case', { answer: ['gate=csat@A/Desk one', 'wifi=csat@A/desk One'] }, 'has a touchpoint "desk One" in other letters'],
      ['no journey', { create: false }, 'There is no journey "Flight"'],
      ['more stages than a journey has', { stages: Array.from({ length: 20 }, (_, i) => `S${i}`) }, 'a journey has at most 20 stages'],
      ['an outcome in other letters', { 'outcome-positive': 'Satisfied' }, 'Column "happy" never holds "Satisfied"; it holds "satisfied", "neutral".'],
      ['an outcome that nobody has', { 'outcome-positive': 'yes' }, 'never holds "yes"'],
      ['no such outcome column', { outcome: 'hapy' }, 'no column "hapy" for outcome. Did you mean "happy"?'],
    ])('%s', async (_, change, words) => {
      const ctx = await person()
      await expect(take(ctx, change)).rejects.toThrow(words)
      expect(await inWorkspace(ctx, (tx) => rows(tx, sql`select 1 from journeys where workspace_id = ${ctx.workspaceId}`))).toEqual([])
    })

    it('a place that is not there, or is archived', async () => {
      const ctx = await person()
      await take(ctx)
      await expect(take(ctx, { create: false, answer: ['gate=csat@Airport/Gaet'] })).rejects.toThrow('no touchpoint "Gaet"; it has Online boarding')
      await archiveStage(ctx, { journey: 'flight', stage: 'on-board' })
      await expect(take(ctx, { answer: ['gate=csat@On board/Seat'] })).rejects.toThrow('the stage "On board" is archived')
    })
  })
})
