import { type SQL, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '#db/open'
import { type Context, inWorkspace } from '#lib/context'
import { addToDraft } from '#lib/journeys/draft/places/add'
import { changeDraft } from '#lib/journeys/draft/change'
import { discardDraft } from '#lib/journeys/draft/discard'
import { readDraft } from '#lib/journeys/draft/read'
import { addStage } from '#lib/journeys/stages'
import { readMap } from '#lib/maps/read-map'
import { listVersions } from '#lib/maps/versions/list'
import { publishDraft } from '#lib/maps/versions/publish'
import { readVersion } from '#lib/maps/versions/read'
import { post, submission } from '../../../factory/client'
import { refusal } from '../../../factory/refusal'
import { as, makeJourney, makeWorkspace, VIEWER } from '../../../factory/world'
import { onEachEngine } from '../../../harness/engines'
import { editing } from './editing'

onEachEngine((_, open) => {
  let database: Database
  let ctx: Context
  let on: ReturnType<typeof editing>
  beforeAll(async () => {
    database = await open()
    ctx = await makeWorkspace(database)
    on = editing(ctx)
  })

  describe('a publication', () => {
    it('makes the map exactly what the draft showed', async () => {
      const { key: journey } = await makeJourney(ctx)
      await addToDraft(ctx, { journey, kind: 'stage', name: 'Leave' })
      await addToDraft(ctx, { journey, kind: 'touchpoint', stage: 'leave', name: 'Letter', channel: 'post' })
      await on.change(journey, {
        name: 'Shop', order: ['use', 'leave', 'buy'], 'stage/buy/name': 'Purchase', 'touchpoint/open/state': 'archived', 'touchpoint/pay/stage': 'use',
        'touchpoint/basket/channel': 'web', 'lane/doing/stage/leave': ['Writes'], 'lane/moment/touchpoint/letter': true,
      })
      const { document } = await readDraft(ctx, { journey })
      expect(await on.publish(journey)).toEqual({ version: 2 })
      const after = await readDraft(ctx, { journey })
      expect([after.published, after.document, after.cells]).toEqual([document, document, []])
      expect(after.archived).toEqual([{ kind: 'touchpoint', key: 'open', name: 'open', stage: 'use' }])
      const map = await readMap(ctx, { journey })
      expect([map.version, map.drafted, map.journey.name, map.lanes]).toEqual([2, 0, 'Shop', document.lanes])
      await on.change(journey, { 'touchpoint/open/state': 'live', 'stage/leave/state': 'archived', 'lane/doing/stage/leave': null })
      await on.publish(journey)
      const { published, shelf } = await readDraft(ctx, { journey })
      expect([published.lanes.doing.stage, shelf.map(({ key, withStage }) => [key, withStage])]).toEqual([{}, [['leave', false], ['letter', true]]])
    })

    it('is of what was seen, once, and of something', async () => {
      const { key: journey } = await makeJourney(ctx)
      expect((await refusal(on.publish(journey))).errors[0]?.code).toBe('nothing_to_publish')
      await on.change(journey, { name: 'Seen' })
      await on.change(journey, { 'stage/buy/name': 'Not seen' })
      expect((await refusal(publishDraft(ctx, { journey, revision: 1 }))).errors[0]).toMatchObject({ pointer: '/revision', code: 'changed_meanwhile' })
      const both = await Promise.allSettled([1, 2].map(() => publishDraft(ctx, { journey, revision: 2 })))
      expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
      expect((await listVersions(ctx, { journey })).data.map((row) => row.version)).toEqual([2, 1])
    })

    it('refuses two of one name that met only on the whole map, and keeps both', async () => {
      const { key: journey } = await makeJourney(ctx)
      await addToDraft(ctx, { journey, kind: 'stage', name: 'Gift' })
      await addStage(ctx, { journey, name: 'Gift' })
      expect((await refusal(on.publish(journey))).errors[0]?.code).toBe('name_taken')
      await on.change(journey, { 'stage/gift/name': 'Present' })
      await on.publish(journey)
      expect((await readDraft(ctx, { journey })).published.stages.map((s) => s.name)).toEqual(['buy', 'use', 'Gift', 'Present'])
    })

    it('tells whoever still sees the map of before', async () => {
      const { key: journey } = await makeJourney(ctx)
      await on.change(journey, { 'stage/buy/name': 'Purchase' })
      await on.publish(journey)
      const late = changeDraft(ctx, { journey, changes: [{ cell: 'stage/buy/name', value: 'Order', revision: 0 }] })
      expect((await refusal(late)).errors[0]?.message).toBe('Somebody has changed this to “Purchase” in the meantime.')
    })
  })

  describe('a version', () => {
    it('that was replaced opens with its document and the numbers of then', async () => {
      const { key: journey, surveyId } = await makeJourney(ctx)
      await on.answer(surveyId, 'pay')
      expect(await readVersion(ctx, { journey, version: 1 })).toMatchObject({ by: null, note: null, replacedAt: null, snapshot: null })
      await on.change(journey, { 'stage/buy/state': 'archived', 'lane/owner/stage/use': { name: 'Mara' } })
      await on.publish(journey, 'Without buying')
      await on.answer(surveyId, 'pay')
      const old = await readVersion(ctx, { journey, version: 1 })
      expect(old.document.stages.map((s) => s.key)).toEqual(['buy', 'use'])
      expect(old.snapshot?.stages.map((s) => [s.key, s.nps.n])).toEqual([['buy', 10], ['use', 0]])
      expect([old.snapshot?.version, old.snapshot?.drafted, old.replacedAt]).toEqual([1, 0, ctx.now()])
      const now = await readVersion(ctx, { journey, version: '2' })
      expect([now.note, now.document.stages.map((s) => s.key), now.document.lanes.owner.stage, now.snapshot]).toEqual(['Without buying', ['use'], { use: { name: 'Mara' } }, null])
    })

    it('replaced long after its last answer keeps the numbers of all days that have some', async () => {
      const { key: journey, surveyId } = await makeJourney(ctx)
      await on.answer(surveyId, 'pay')
      const later = editing({ ...ctx, now: () => new Date(ctx.now().getTime() + 400 * 86_400_000) })
      await later.change(journey, { name: 'A year on' })
      await later.publish(journey)
      const { snapshot } = await readVersion(ctx, { journey, version: 1 })
      expect([snapshot?.answers, snapshot?.from, snapshot?.to]).toEqual([10, '2026-11-20', '2026-11-20'])
    })

    it('replaced while its answers were on their way keeps no numbers, and the map says that they are', async () => {
      const { key: journey, surveyId } = await makeJourney(ctx)
      await on.answer(surveyId, 'pay')
      const isRecounting = async () => (await readMap(ctx, { journey })).recounting
      await on.change(journey, { 'touchpoint/pay/stage': 'use' })
      await on.publish(journey)
      expect(await isRecounting()).toBe(true)
      await on.change(journey, { 'touchpoint/pay/stage': 'buy' })
      await on.publish(journey)
      const stages = async (version: number) => (await readVersion(ctx, { journey, version })).snapshot?.stages.map((s) => s.nps.n)
      expect([await stages(1), await stages(2)]).toEqual([[10, 0], undefined])
      await on.runJobs()
      expect(await isRecounting()).toBe(false)
      await on.change(journey, { name: 'Next' })
      await on.publish(journey)
      expect(await stages(3)).toEqual([10, 0])
    })

    it('that was kept by another release shows what can still be read', async () => {
      const { key: journey, journeyId, surveyId } = await makeJourney(ctx)
      await on.answer(surveyId, 'pay')
      await on.change(journey, { name: 'Next' })
      await on.publish(journey)
      const keep = (change: SQL) => inWorkspace(ctx, (tx) => tx.execute(sql`
        update map_versions set snapshot = ${change}, document = document #- '{lanes,moment}' where workspace_id = ${ctx.workspaceId} and journey_id = ${journeyId} and version = 1`))
      await keep(sql`(snapshot - 'heat' - 'recounting' - 'personas') || '{"findings": {"journey": [{"is": "odd"}], "stages": {}}, "more": 1}'`)
      const { snapshot, document } = await readVersion(ctx, { journey, version: 1 })
      expect(snapshot).toMatchObject({ heat: [], recounting: false, findings: null, personas: { list: [] }, stages: [{ nps: { n: 10 } }, {}] })
      expect(document.lanes.moment).toEqual({ stage: {}, touchpoint: {} })
      await keep(sql`jsonb_set(snapshot, '{stages}', '"none"')`)
      expect((await readVersion(ctx, { journey, version: 1 })).snapshot).toBeNull()
    })

    it('hides in its snapshot what the map hid, and holds no comment', async () => {
      const { key: journey, surveyId } = await makeJourney(ctx)
      await post(ctx, submission(surveyId, { data: { recommend: 3, why: 'Lost my basket' } }))
      await on.change(journey, { name: 'Next' })
      await on.publish(journey)
      const { snapshot } = await readVersion(ctx, { journey, version: 1 })
      expect(snapshot?.stages[0]?.nps).toMatchObject({ n: null, value: null, suppressed: true })
      expect(JSON.stringify(snapshot)).not.toContain('Lost my')
    })

    it('that is not there is said with the newest that is', async () => {
      const { key: journey } = await makeJourney(ctx)
      await on.change(journey, { name: 'Next' })
      await on.publish(journey)
      const told = await refusal(readVersion(ctx, { journey, version: 7 }))
      expect([told.status, told.detail]).toEqual([404, 'Version 7 is not there; the newest is 2.'])
    })

    it('is listed newest first, a page at a time', async () => {
      const { key: journey } = await makeJourney(ctx)
      expect((await listVersions(ctx, { journey })).data).toEqual([{ version: 1, note: null, publishedAt: ctx.now(), by: null, replacedAt: null }])
      for (const name of ['A', 'B', 'C']) {
        await on.change(journey, { name })
        await on.publish(journey, name)
      }
      const page = await listVersions(ctx, { journey, limit: 3 })
      expect(page.data.map(({ version, note }) => [version, note])).toEqual([[4, 'C'], [3, 'B'], [2, 'A']])
      const rest = await listVersions(ctx, { journey, limit: 3, cursor: page.nextCursor })
      expect([rest.data.map((row) => row.version), rest.nextCursor]).toEqual([[1], null])
    })

    it('another workspace sees none, and a viewer publishes and discards nothing', async () => {
      const { key: journey } = await makeJourney(ctx)
      await on.change(journey, { name: 'Next' })
      const other = await makeWorkspace(database)
      expect((await refusal(listVersions(other, { journey }))).code).toBe('not_found')
      expect((await refusal(readVersion(other, { journey, version: 1 }))).code).toBe('not_found')
      expect((await refusal(publishDraft(other, { journey, revision: 1 }))).code).toBe('not_found')
      const viewer = as(ctx, VIEWER)
      expect((await refusal(publishDraft(viewer, { journey, revision: 1 }))).code).toBe('forbidden')
      expect((await refusal(discardDraft(viewer, { journey, revision: 1 }))).code).toBe('forbidden')
      expect((await listVersions(viewer, { journey })).data).toHaveLength(1)
    })
  })
})
