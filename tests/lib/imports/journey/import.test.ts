import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { rows } from '#db/rows'
import { addCampaign } from '#lib/campaigns/write'
import { type Context, inWorkspace } from '#lib/context'
import { exportJourney, readJourneyFile } from '#lib/exports/journey/export'
import type { JourneyFile } from '#lib/exports/journey/file'
import { importJourney } from '#lib/imports/journey/import'
import { readJourney } from '#lib/journeys/read'
import { as, makeJourney, makeWorkspace, VIEWER } from '../../../factory/world'
import { refusal } from '../../../factory/refusal'
import { onEachEngine } from '../../../harness/engines'
import { files } from './files'

onEachEngine((_, open) => {
  let ctx: Context
  let other: Context
  beforeAll(async () => {
    const database = await open()
    ctx = await makeWorkspace(database)
    other = await makeWorkspace(database)
  })

  const count = () =>
    inWorkspace(ctx, async (tx) => (await rows<{ n: number }>(tx, sql`select count(*)::int as n from journeys where workspace_id = ${ctx.workspaceId}`))[0]?.n)

  it('a journey comes back from its file with every place, lane and campaign', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (file) => {
        const made = await importJourney(ctx, { text: JSON.stringify(file) })
        const again = JSON.parse((await exportJourney(ctx, { journey: made.journey?.key, format: 'json' })).text) as JourneyFile
        expect(again).toEqual({ ...file, campaigns: expect.anything() })
        expect(again.campaigns).toHaveLength(file.campaigns.length)
        expect(again.campaigns).toEqual(expect.arrayContaining(file.campaigns))
      }),
      { numRuns: 25 },
    )
  })

  it('each format reads what it writes', async () => {
    const { key } = await makeJourney(ctx)
    for (const format of ['json', 'mermaid', 'csv'] as const) {
      const { text } = await exportJourney(ctx, { journey: key, format })
      const made = await importJourney(ctx, { text, name: `From ${format}` })
      expect(made.format).toBe(format)
      const { stages } = await readJourney(ctx, { journey: made.journey?.key })
      expect(stages.map((stage) => [stage.name, stage.touchpoints.filter((t) => !t.overall).map((t) => t.name)])).toEqual([['buy', ['pay', 'basket']], ['use', ['open']]])
    }
  })

  it('a persona is made with its rules; one that is only named is said to be left out, and in a draft all of them', async () => {
    const rules = [[{ field: 'attribute', name: 'plan', test: 'one_of', values: ['pro'] }]]
    const file = { wayfelt: 'journey', format: 1, name: 'Shop', stages: [{ key: 'buy', name: 'Buy' }], touchpoints: [], personas: [{ key: 'pros', name: 'Pros', rules }, { name: 'Others' }], dimensions: ['plan'] }
    const made = await importJourney(ctx, { text: JSON.stringify(file) })
    expect([made.personas, made.notes]).toEqual([['Pros', 'Others'], ['Some personas are only named: without their rules none of them is made.']])
    const again = JSON.parse((await exportJourney(ctx, { journey: made.journey?.key })).text) as JourneyFile
    expect([again.personas, again.dimensions]).toEqual([[{ key: 'pros', name: 'Pros', description: null, rules }], ['plan']])
    const twice = { ...file, personas: [{ name: 'Pros', rules }, { name: 'pros', rules }] }
    await expect(importJourney(ctx, { text: JSON.stringify(twice) })).rejects.toMatchObject({ errors: [{ pointer: '/text/personas' }] })
    const drafted = await importJourney(ctx, { text: JSON.stringify(file), journey: made.journey?.key })
    expect(drafted.notes.at(-1)).toBe('Personas and segments are no part of a draft, so those of the file are left out.')
  })

  it('a preview says what would be and makes nothing', async () => {
    const before = await count()
    const preview = await importJourney(ctx, { text: 'stage,touchpoint,score\nBuy,Pay,-1\n', name: 'Shop', preview: true })
    expect(preview).toMatchObject({ journey: null, name: 'Shop', stages: [{ name: 'Buy', assumed: null, touchpoints: [{ name: 'Pay', assumed: -50 }] }] })
    expect(await count()).toBe(before)
  })

  it('stores nothing by halves', async () => {
    const before = await count()
    const file = await readJourneyFile(ctx, { journey: (await makeJourney(ctx)).key })
    const broken = (more: object) => refusal(importJourney(ctx, { text: JSON.stringify({ ...file, ...more }) }))
    expect((await broken({ stages: [...file.stages, { key: 'again', name: 'BUY' }] })).errors[0]).toMatchObject({ pointer: '/text/stages', code: 'syntax' })
    expect((await broken({ touchpoints: [{ key: 'a', stage: 'nowhere', name: 'A', channel: null }] })).errors[0]?.message).toContain('“nowhere”')
    expect((await broken({ lanes: { owner: { stage: { nowhere: { name: 'Mara' } } } } })).errors[0]?.message).toContain('is no stage of the file')
    expect((await broken({ format: 2 })).errors[0]?.message).toContain('newer version')
    expect((await broken({ surprise: 1 })).code).toBe('validation_failed')
    expect(await count()).toBe((before ?? 0) + 1)
  })

  it('JSON that breaks off says where', async () => {
    expect((await refusal(importJourney(ctx, { text: '{\n  "wayfelt": "journey",\n  x }' }))).errors[0]?.message).toMatch(/^Line 3, column 3: found “x”/)
  })

  it('JSON of something else says so once', async () => {
    const { errors } = await refusal(importJourney(ctx, { text: '{ "stages": 3 }' }))
    expect(errors.map(({ message }) => message)).toEqual(['wayfelt: this is no journey that was exported here.'])
  })
  it('is refused where it is empty, too long or unstorable', async () => {
    for (const text of ['', ' \n', 'a\0b', 'x'.repeat(600_000)]) expect((await refusal(importJourney(ctx, { text }))).code).toBe('validation_failed')
  })

  describe('who may', () => {
    it('a viewer exports and does not import', async () => {
      const { key } = await makeJourney(ctx)
      expect((await exportJourney(as(ctx, VIEWER), { journey: key, format: 'csv' })).text).toContain('stage,')
      expect((await refusal(importJourney(as(ctx, VIEWER), { text: 'stage\nBuy' }))).code).toBe('forbidden')
    })

    it('another workspace sees nothing of a journey', async () => {
      const { key } = await makeJourney(ctx)
      for (const format of ['json', 'mermaid', 'csv']) expect((await refusal(exportJourney(other, { journey: key, format }))).code).toBe('not_found')
    })

    it('what a campaign costs stays with those who plan', async () => {
      const { key } = await makeJourney(ctx)
      await addCampaign(ctx, { journey: key, name: 'Autumn', channel: 'email', stages: ['buy'], starts: '2026-03-01', cost: 12.5, currency: 'EUR' })
      const costs = async (reader: Context) => (await readJourneyFile(reader, { journey: key })).campaigns.map(({ cost }) => cost)
      expect([await costs(ctx), await costs(as(ctx, VIEWER))]).toEqual([[12.5], [null]])
    })
  })
})
