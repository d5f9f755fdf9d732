import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { personas } from '#db/schema/maps'
import { listCampaigns } from '#lib/campaigns/read'
import { addCampaign, archiveCampaign, changeCampaign, MOST_CAMPAIGNS, restoreCampaign } from '#lib/campaigns/write'
import { type Context, inWorkspace } from '#lib/context'
import { newId } from '#lib/ids'
import { archiveStage } from '#lib/journeys/stages'
import { refusal } from '../../factory/refusal'
import { as, makeJourney, makeWorkspace, VIEWER } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

onEachEngine((_, open) => {
  let ctx: Context
  let journey: string
  beforeAll(async () => {
    ctx = await makeWorkspace(await open())
    journey = (await makeJourney(ctx)).key
  })
  const webinar = { name: 'Autumn webinar', channel: 'email', stages: ['buy'], starts: '2026-11-03' }
  const wrong = async (change: object) => (await refusal(addCampaign(ctx, { journey, ...webinar, ...change }))).errors[0]
  const listed = async (input: object) => (await listCampaigns(ctx, { journey, ...input })).data

  it('a campaign reads back as it was written, its stages in the order of the journey', async () => {
    const { key } = await makeJourney(ctx)
    const all = { ...webinar, stages: ['use', 'buy', 'use'], audience: 'New teams', ends: '2026-11-20', cost: 1250.55, currency: 'eur', note: 'With sales.' }
    const added = await addCampaign(ctx, { journey: key, ...all })
    expect(added).toEqual({ ...all, id: added.id, stages: ['buy', 'use'], currency: 'EUR', persona: null, personaName: null, archived: false })
    expect(await listed({ journey: key })).toEqual([added])
  })

  it('a persona takes the place of words and words that of a persona; without a cost there is no currency', async () => {
    const { key, journeyId } = await makeJourney(ctx)
    const persona = { workspaceId: ctx.workspaceId, journeyId, key: 'pros', name: 'Pros', rules: [], position: 1, createdAt: ctx.now() }
    await inWorkspace(ctx, (tx) => tx.insert(personas).values(persona))
    const { id } = await addCampaign(ctx, { journey: key, ...webinar, audience: 'New teams', cost: 10, currency: 'USD' })
    const change = (to: object) => changeCampaign(ctx, { journey: key, id, ...to })
    expect(await change({ persona: 'pros', cost: null })).toMatchObject({ persona: 'pros', personaName: 'Pros', audience: null, cost: null, currency: null })
    expect(await change({ audience: 'Students' })).toMatchObject({ persona: null, audience: 'Students' })
    expect(await change({ audience: null, ends: '2026-11-03' })).toMatchObject({ audience: null, persona: null, ends: '2026-11-03', name: 'Autumn webinar' })
  })

  it('says of everything that is wrong where it stands, in a sentence', async () => {
    expect(await wrong({ ends: '2026-11-02' })).toMatchObject({ pointer: '/ends', code: 'invalid_date', message: 'It ends on 2026-11-02, before it starts on 2026-11-03.' })
    expect(await wrong({ stages: ['buy', 'sell'] })).toMatchObject({ pointer: '/stages/1', code: 'unknown_stage' })
    expect(await wrong({ stages: [] })).toMatchObject({ pointer: '/stages', message: 'Choose at least one stage.' })
    expect(await wrong({ cost: -1, currency: 'EUR' })).toMatchObject({ pointer: '/cost', code: 'negative_cost' })
    expect(await wrong({ cost: 0.001, currency: 'EUR' })).toMatchObject({ pointer: '/cost', code: 'too_fine' })
    expect(await wrong({ cost: 10 })).toMatchObject({ pointer: '/currency', code: 'required' })
    expect(await wrong({ cost: 10, currency: 'XXY' })).toMatchObject({ pointer: '/currency', code: 'unknown_currency' })
    expect(await wrong({ persona: 'nobody' })).toMatchObject({ pointer: '/persona', code: 'unknown_persona' })
    expect(await wrong({ persona: 'pros', audience: 'Students' })).toMatchObject({ pointer: '/audience', code: 'two_audiences' })
    expect(await wrong({ name: ' ' })).toMatchObject({ pointer: '/name' })
    expect(await wrong({ channel: '' })).toMatchObject({ pointer: '/channel' })
    expect(await wrong({ starts: '2026-02-30' })).toMatchObject({ pointer: '/starts', code: 'invalid_date' })
    expect(await wrong({ note: 'a\0b' })).toMatchObject({ pointer: '/note', code: 'invalid_text' })
    expect(await wrong({ colour: 'red' })).toMatchObject({ pointer: '/colour', code: 'unrecognized_key' })
  })

  it('an archived campaign leaves the list and comes back whole', async () => {
    const { key } = await makeJourney(ctx)
    const made = await addCampaign(ctx, { journey: key, ...webinar })
    await archiveCampaign(ctx, { journey: key, id: made.id })
    await archiveCampaign(ctx, { journey: key, id: made.id })
    expect(await listed({ journey: key })).toEqual([])
    expect(await listed({ journey: key, archived: true })).toEqual([{ ...made, archived: true }])
    await restoreCampaign(ctx, { journey: key, id: made.id })
    expect(await listed({ journey: key })).toEqual([made])
  })

  it('keeps a stage that was archived since, but takes no new one there', async () => {
    const { key } = await makeJourney(ctx)
    const { id } = await addCampaign(ctx, { journey: key, ...webinar, stages: ['buy', 'use'] })
    await archiveStage(ctx, { journey: key, stage: 'use' })
    expect((await changeCampaign(ctx, { journey: key, id, name: 'Winter webinar' })).stages).toEqual(['buy', 'use'])
    expect((await refusal(addCampaign(ctx, { journey: key, ...webinar, stages: ['use'] }))).errors[0]?.code).toBe('unknown_stage')
  })

  it('is listed in pages, and a journey is full at five hundred, archived ones not counted', async () => {
    const { key, journeyId } = await makeJourney(ctx)
    const gone = await addCampaign(ctx, { journey: key, ...webinar })
    await archiveCampaign(ctx, { journey: key, id: gone.id })
    await inWorkspace(ctx, (tx) => tx.execute(sql`
      insert into campaigns (workspace_id, id, journey_id, name, channel, stages, starts, created_at)
      select ${ctx.workspaceId}, gen_random_uuid(), ${journeyId}, 'x', 'web', '{buy}', '2026-01-01', ${ctx.now().toISOString()}::timestamptz
      from generate_series(1, ${MOST_CAMPAIGNS})`))
    for (const run of [() => addCampaign(ctx, { journey: key, ...webinar }), () => restoreCampaign(ctx, { journey: key, id: gone.id })]) {
      expect((await refusal(run())).errors[0]?.code).toBe('too_many')
    }
    const first = await listCampaigns(ctx, { journey: key, limit: 200 })
    const second = await listCampaigns(ctx, { journey: key, limit: 200, cursor: first.nextCursor })
    expect(new Set([...first.data, ...second.data].map(({ id }) => id)).size).toBe(400)
  })

  describe('who may', () => {
    it('a viewer reads all but the cost, and cannot write', async () => {
      const viewer = as(ctx, VIEWER)
      const { id } = await addCampaign(ctx, { journey, ...webinar, cost: 10, currency: 'EUR' })
      expect((await listCampaigns(viewer, { journey })).data.find((one) => one.id === id)).toMatchObject({ name: 'Autumn webinar', cost: null, currency: null })
      for (const run of [() => addCampaign(viewer, { journey, ...webinar }), () => changeCampaign(viewer, { journey, id }), () => archiveCampaign(viewer, { journey, id }), () => restoreCampaign(viewer, { journey, id })]) {
        expect((await refusal(run())).code).toBe('forbidden')
      }
    })

    it('another workspace, and another journey, sees nothing of it', async () => {
      const foreign = { ...ctx, workspaceId: newId() }
      const { id } = await addCampaign(ctx, { journey, ...webinar })
      const other = (await makeJourney(ctx)).key
      for (const run of [() => listCampaigns(foreign, { journey }), () => addCampaign(foreign, { journey, ...webinar }), () => archiveCampaign(foreign, { journey, id }), () => changeCampaign(ctx, { journey: other, id, name: 'x' })]) {
        expect((await refusal(run())).code).toBe('not_found')
      }
    })
  })
})
