import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '#db/open'
import { rows } from '#db/rows'
import type { Context } from '#lib/context'
import { inWorkspace } from '#lib/context'
import { newId } from '#lib/ids'
import { planImport } from '#lib/imports/plan'
import { runImport } from '#lib/imports/run'
import type { RunOptions } from '#lib/imports/run'
import { readJourney } from '#lib/journeys/read'
import { renameStage } from '#lib/journeys/stages'
import { makeWorkspace } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'
import { fileOf } from './file/files'

const HEADER = 'id,at,stage,nps,text'
const FLAGS = { journey: 'Shop', create: true, stage: 'stage', nps: 'nps', comment: 'text', id: 'id', at: 'at' }

onEachEngine((_, open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })

  const person = () => makeWorkspace(database, { kind: 'user', userId: newId(), role: 'editor' }, () => new Date())

  async function take(ctx: Context, content: string, flags: Record<string, unknown> = FLAGS, options: RunOptions = {}) {
    const file = fileOf('a.csv', content, 4096)
    return runImport(ctx, file, await planImport(ctx, file, flags), options)
  }

  const tallies = (ctx: Context) =>
    inWorkspace(ctx, (tx) =>
      rows<{ place: string; n: number }>(tx, sql`
        select place, sum(n)::int as n
        from tally_months
        where workspace_id = ${ctx.workspaceId} and level = 'stage' and instrument = 'nps'
        group by place
        order by place`),
    )

  const journeysOf = (ctx: Context) =>
    inWorkspace(ctx, (tx) => rows(tx, sql`select key from journeys where workspace_id = ${ctx.workspaceId}`))

  describe('an import', () => {
    it('makes the journey with its stages in the order named, then of first sight, and counts every row there', async () => {
      const ctx = await person()
      const content = `${HEADER}\n1,2018-05-01,Use,9,good\n2,2018-05-02,Order,0,\n3,2018-05-02,Return,10,\n`
      const summary = await take(ctx, content, { ...FLAGS, stages: 'Order,Use' })
      expect(summary).toMatchObject({ rows: 3, accepted: 3, known: 0, rejected: 0, problems: [] })
      const journey = await readJourney(ctx, { journey: 'shop' })
      expect(journey.stages.map((stage) => stage.key)).toEqual(['order', 'use', 'return'])
      expect(await tallies(ctx)).toEqual([
        { place: 'order', n: 1 },
        { place: 'return', n: 1 },
        { place: 'use', n: 1 },
      ])
    })

    it('of the same file twice changes nothing, with ids and without', async () => {
      const ctx = await person()
      const content = `${HEADER}\n1,2018-05-01,Order,9,good\n,2018-05-02,Order,8,\n,2018-05-02,Order,8,\n`
      expect(await take(ctx, content)).toMatchObject({ accepted: 3, known: 0 })
      const before = await tallies(ctx)
      expect(await take(ctx, content)).toMatchObject({ accepted: 0, known: 3, changed: 0 })
      expect(await tallies(ctx)).toEqual(before)
      expect(before).toEqual([{ place: 'order', n: 3 }])
    })

    it('lists each row that it did not store with line, kind and reason, and stores the rest', async () => {
      const ctx = await person()
      const lines = ['1,2018-05-01,Order,9,fine', '2,2018-05-01,Order,9.5,', '3,2018-05-01,Order,11,', '4,2018-05-01,Order,abc,']
      const more = ['5,2018-05-01,Order,,', '6,soon,Order,5,', '7,2018-05-01,,5,', '1,2018-05-01,Order,3,other', '9,2018-05-01,Order,9.0,a\0b', '10,2018-05-01']
      const summary = await take(ctx, [HEADER, ...lines, ...more, '11,2018-05-01,Order,9.0,'].join('\n'))
      expect(summary).toMatchObject({ rows: 11, accepted: 2, changed: 1, empty: 1, rejected: 7 })
      const said = Object.fromEntries(summary.problems.map(({ line, kind, reason }) => [line, `${kind}: ${reason}`]))
      expect(said[3]).toBe('rejected: Column "nps": "9.5" is not a whole number from 0 to 10 (nps).')
      expect(said[4]).toContain('"11" is not a whole number from 0 to 10')
      expect(said[5]).toContain('"abc" is not')
      expect(said[6]).toContain('empty: ')
      expect(said[7]).toContain('Column "at": "soon" is not a time; expected ISO 8601')
      expect(said[8]).toContain('neither a stage nor a touchpoint')
      expect(said[9]).toContain('changed: ')
      expect(said[10]).toContain('Column "text" holds a character')
      expect(said[11]).toContain('2 fields; the header names 5')
    })

    it('without create rejects a row of an unknown stage and says which there are', async () => {
      const ctx = await person()
      await take(ctx, `${HEADER}\n1,2018-05-01,Order,9,\n`)
      const summary = await take(ctx, `${HEADER}\n2,2018-05-01,Ordr,9,\n3,2018-05-01,order,8,\n`, { ...FLAGS, create: false })
      expect(summary).toMatchObject({ accepted: 1, rejected: 1 })
      expect(summary.problems[0]?.reason).toContain('no stage "Ordr"; it has Order')
    })

    it('finds a renamed stage by its key, a touchpoint in the stage of its row, and else lets the touchpoint decide', async () => {
      const ctx = await person()
      const flags = { ...FLAGS, touchpoint: 'tp' }
      await take(ctx, 'id,at,stage,tp,nps,text\n1,2018-05-01,Order,Call,9,\n2,2018-05-01,Use,Call,1,\n9,2018-05-01,Use,Mail,1,\n', flags)
      await renameStage(ctx, { journey: 'shop', stage: 'order', name: 'Ordering' })
      const content = 'id,at,stage,tp,nps,text\n3,2018-05-01,order,Call,9,\n4,2018-05-01,,Call,1,\n5,2018-05-01,order,Mail,7,\n'
      const again = await take(ctx, content, { ...flags, create: false })
      expect(again).toMatchObject({ accepted: 2, rejected: 1 })
      expect(again.problems[0]?.reason).toContain('several touchpoints "Call"')
      expect(await tallies(ctx)).toEqual([
        { place: 'order', n: 2 },
        { place: 'use', n: 3 },
      ])
    })

    it('that was stopped goes on where it was and counts no row twice', async () => {
      const ctx = await person()
      const content = `${HEADER}\n${Array.from({ length: 500 }, (_, i) => `${i},2018-05-01,Order,${i % 11},`).join('\n')}\n`
      const stop = new AbortController()
      let kept: RunOptions['from']
      const onProgress: RunOptions['onProgress'] = ({ summary }) => void (kept ??= structuredClone(summary))
      stop.abort()
      await expect(take(ctx, content, FLAGS, { signal: stop.signal, onProgress })).rejects.toThrow()
      expect(kept).toMatchObject({ rows: 1, accepted: 1 })
      expect(await take(ctx, content, FLAGS, kept ? { from: kept } : {})).toMatchObject({ rows: 500, accepted: 500, known: 0 })
      expect(await tallies(ctx)).toEqual([{ place: 'order', n: 500 }])
    })
  })

  describe('an import that cannot begin', () => {
    it.each([
      ['a missing column', { nps: 'npss' }, 'Line 1: there is no column "npss" for nps. Did you mean "nps"? The file has: id, at, stage, nps, text.'],
      ['a date format that does not fit', { 'at-format': 'MM/dd/yyyy' }, 'Line 2: column "at" holds "2018-05-01"; expected MM/dd/yyyy.'],
      ['a pattern that is none', { 'at-format': 'YYYY-MM-DD' }, 'the year yyyy'],
      ['a default time that is none', { at: undefined, 'at-default': 'May' }, '"May" is not a time'],
      ['an unknown journey', { create: false }, 'There is no journey "Shop".'],
      ['no column of a place', { stage: undefined }, 'which column holds the place'],
      ['no column of an answer', { nps: undefined, comment: undefined }, 'at least one column with answers'],
    ])('for %s says so and stores nothing, not even the journey', async (_, change, words) => {
      const ctx = await person()
      await expect(take(ctx, `${HEADER}\n1,2018-05-01,Order,9,x\n`, { ...FLAGS, ...change })).rejects.toThrow(words)
      expect(await journeysOf(ctx)).toEqual([])
    })

    it('for a viewer is forbidden', async () => {
      const viewer: Context = { ...(await person()), actor: { kind: 'user', userId: newId(), role: 'viewer' } }
      await expect(take(viewer, `${HEADER}\n1,2018-05-01,Order,9,x\n`)).rejects.toThrow('Your role does not allow that.')
    })
  })
})
