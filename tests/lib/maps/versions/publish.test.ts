import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '#db/open'
import { rows } from '#db/rows'
import { recountMoved } from '#lib/collect/recount'
import { type Context, inWorkspace } from '#lib/context'
import { addToDraft } from '#lib/journeys/draft/add'
import { changeDraft } from '#lib/journeys/draft/change'
import { discardDraft } from '#lib/journeys/draft/discard'
import { mergeStages } from '#lib/journeys/draft/merge'
import { readDraft } from '#lib/journeys/draft/read'
import { splitStage } from '#lib/journeys/draft/split'
import { addStage, restoreStage } from '#lib/journeys/stages'
import { readMap } from '#lib/maps/read-map'
import { listVersions } from '#lib/maps/versions/list'
import { publishDraft } from '#lib/maps/versions/publish'
import { readVersion } from '#lib/maps/versions/read'
import { verifyTallies } from '#lib/rollups/verify'
import { post, submission } from '../../../factory/client'
import { refusal } from '../../../factory/refusal'
import { as, makeJourney, makeWorkspace, VIEWER } from '../../../factory/world'
import { onEachEngine } from '../../../harness/engines'

onEachEngine((_, open) => {
  let database: Database
  let ctx: Context
  beforeAll(async () => {
    database = await open()
    ctx = await makeWorkspace(database)
  })

  const change = async (journey: string, cells: Record<string, unknown>) => {
    const { revisions } = await readDraft(ctx, { journey })
    return changeDraft(ctx, { journey, changes: Object.entries(cells).map(([cell, value]) => ({ cell, value, revision: revisions[cell] ?? 0 })) })
  }
  const publish = async (journey: string, note?: string) =>
    publishDraft(ctx, { journey, revision: (await readDraft(ctx, { journey })).revision, note })

  /** How many answers each stage and each touchpoint of the map has. */
  async function counted(journey: string) {
    const { stages } = await readMap(ctx, { journey })
    return Object.fromEntries(stages.map(({ key, emotion, touchpoints }) => [key, [emotion.n, ...touchpoints.filter((t) => t.nps.n).map((t) => `${t.key} ${t.nps.n}`).sort()]]))
  }

  async function runJobs() {
    const work = await inWorkspace(ctx, (tx) =>
      rows<{ payload: unknown }>(tx, sql`delete from jobs where workspace_id = ${ctx.workspaceId} and kind = 'journey.recount' returning payload`))
    for (const { payload } of work) await recountMoved(ctx, payload, { signal: new AbortController().signal, progress: async () => {} })
  }

  /** Ten answers at each of these places; fewer would not be shown. */
  async function answer(survey: string, ...places: string[]) {
    for (const touchpoint of places.flatMap((place) => Array.from({ length: 10 }, () => place))) {
      expect((await post(ctx, submission(survey, { touchpoint }))).status).toBe(201)
    }
  }

  const verify = async () => expect((await verifyTallies(ctx)).differences).toEqual([])

  describe('a publication', () => {
    it('makes the map exactly what the draft showed', async () => {
      const { key: journey } = await makeJourney(ctx)
      await addToDraft(ctx, { journey, kind: 'stage', name: 'Leave' })
      await addToDraft(ctx, { journey, kind: 'touchpoint', stage: 'leave', name: 'Letter', channel: 'post' })
      await change(journey, {
        name: 'Shop', order: ['use', 'leave', 'buy'], 'stage/buy/name': 'Purchase', 'touchpoint/open/state': 'archived', 'touchpoint/pay/stage': 'use',
        'touchpoint/basket/channel': 'web', 'lane/doing/stage/leave': ['Writes'], 'lane/moment/touchpoint/letter': true,
      })
      const { document } = await readDraft(ctx, { journey })
      expect(await publish(journey)).toEqual({ version: 2 })
      const after = await readDraft(ctx, { journey })
      expect([after.published, after.document, after.cells]).toEqual([document, document, []])
      expect(after.archived).toEqual([{ kind: 'touchpoint', key: 'open', name: 'open', stage: 'use' }])
      const map = await readMap(ctx, { journey })
      expect([map.version, map.drafted, map.journey.name, map.lanes]).toEqual([2, 0, 'Shop', document.lanes])
      await change(journey, { 'touchpoint/open/state': 'live', 'stage/leave/state': 'archived', 'lane/doing/stage/leave': null })
      await publish(journey)
      const { published, shelf } = await readDraft(ctx, { journey })
      expect([published.lanes.doing.stage, shelf.map(({ key, withStage }) => [key, withStage])]).toEqual([{}, [['leave', false], ['letter', true]]])
    })

    it('is of what was seen, once, and of something', async () => {
      const { key: journey } = await makeJourney(ctx)
      expect((await refusal(publish(journey))).errors[0]?.code).toBe('nothing_to_publish')
      await change(journey, { name: 'Seen' })
      await change(journey, { 'stage/buy/name': 'Not seen' })
      expect((await refusal(publishDraft(ctx, { journey, revision: 1 }))).errors[0]).toMatchObject({ pointer: '/revision', code: 'changed_meanwhile' })
      const both = await Promise.allSettled([1, 2].map(() => publishDraft(ctx, { journey, revision: 2 })))
      expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
      expect((await listVersions(ctx, { journey })).data.map((row) => row.version)).toEqual([2, 1])
    })

    it('refuses two of one name that met only on the whole map, and keeps both', async () => {
      const { key: journey } = await makeJourney(ctx)
      await addToDraft(ctx, { journey, kind: 'stage', name: 'Gift' })
      await addStage(ctx, { journey, name: 'Gift' })
      expect((await refusal(publish(journey))).errors[0]?.code).toBe('name_taken')
      await change(journey, { 'stage/gift/name': 'Present' })
      await publish(journey)
      expect((await readDraft(ctx, { journey })).published.stages.map((s) => s.name)).toEqual(['buy', 'use', 'Gift', 'Present'])
    })

    it('tells whoever still sees the map of before', async () => {
      const { key: journey } = await makeJourney(ctx)
      await change(journey, { 'stage/buy/name': 'Purchase' })
      await publish(journey)
      const late = changeDraft(ctx, { journey, changes: [{ cell: 'stage/buy/name', value: 'Order', revision: 0 }] })
      expect((await refusal(late)).errors[0]?.message).toBe('Somebody has changed this to “Purchase” in the meantime.')
    })
  })

  describe('answers', () => {
    it('go along when stages are merged, those of the stage itself too, and come back when that is undone', async () => {
      const { key: journey, surveyId } = await makeJourney(ctx)
      await answer(surveyId, 'pay', 'buy.overall', 'open', 'use.overall')
      await mergeStages(ctx, { journey, from: 'buy', into: 'use' })
      const { document } = await readDraft(ctx, { journey })
      expect(document.touchpoints.map((t) => [t.stage, t.name])).toEqual(['open', 'pay', 'basket', 'buy: overall'].map((name) => ['use', name]))
      await publish(journey)
      await verify()
      await answer(surveyId, 'buy.overall')
      await runJobs()
      expect(await counted(journey)).toEqual({ use: [50, 'buy.overall 20', 'open 10', 'pay 10', 'use.overall 10'] })
      await verify()
      expect((await refusal(restoreStage(ctx, { journey, stage: 'buy' }))).errors[0]?.code).toBe('merged')
      await change(journey, { 'stage/buy/state': 'live', 'touchpoint/pay/stage': 'buy' })
      await publish(journey)
      await runJobs()
      expect(await counted(journey)).toEqual({ use: [20, 'open 10', 'use.overall 10'], buy: [30, 'buy.overall 20', 'pay 10'] })
      await verify()
    })

    it('go along when a stage is split; what knew only its stage stays', async () => {
      const { key: journey, surveyId } = await makeJourney(ctx)
      await answer(surveyId, 'pay', 'basket', 'buy.overall')
      const { key } = await splitStage(ctx, { journey, stage: 'buy', name: 'Choose', touchpoints: ['basket'] })
      await publish(journey)
      await answer(surveyId, 'choose.overall')
      await runJobs()
      expect([key, await counted(journey)]).toEqual(['choose', { buy: [20, 'buy.overall 10', 'pay 10'], choose: [20, 'basket 10', 'choose.overall 10'], use: [0] }])
      await verify()
      const stranger = splitStage(ctx, { journey, stage: 'buy', name: 'Odd', touchpoints: ['pay', 'basket'] })
      expect((await refusal(stranger)).errors[0]).toMatchObject({ pointer: '/touchpoints/1', code: 'unknown_touchpoint' })
    })

    it('agree with a recount after random changes of the map, published while answers come in', { timeout: 120_000 }, async () => {
      const { key: journey, surveyId } = await makeJourney(ctx)
      let seed = 7
      const pick = <T>(of: readonly T[]): T | undefined => of[(seed = (seed * 48271) % 2147483647) % of.length]
      for (let step = 0; step < 60; step++) {
        const { document, archived, revision } = await readDraft(ctx, { journey })
        const [stage, other, touchpoint, away] = [pick(document.stages)?.key, pick(document.stages)?.key, pick(document.touchpoints)?.key, pick(archived)]
        const own = document.touchpoints.filter((t) => t.stage === stage).map((t) => t.key).slice(0, 1)
        const deed = pick([
          () => mergeStages(ctx, { journey, from: stage, into: other }),
          () => splitStage(ctx, { journey, stage, name: `S ${step}`, touchpoints: own }),
          () => change(journey, { [`touchpoint/${touchpoint}/stage`]: other }),
          () => change(journey, { [`${away?.kind}/${away?.key}/state`]: 'live' }),
          () => change(journey, { [`touchpoint/${touchpoint}/state`]: 'archived' }),
          () => publishDraft(ctx, { journey, revision }),
          () => publishDraft(ctx, { journey, revision }),
          () => post(ctx, submission(surveyId, { touchpoint: pick(['pay', 'basket', 'open', 'buy.overall', 'use.overall']) })),
          () => post(ctx, submission(surveyId, { touchpoint: 'pay' })),
          runJobs,
        ])
        await Promise.resolve(deed?.()).catch((error: Error) => expect(error.name).toMatch(/Problem|ZodError/))
      }
      await runJobs()
      await verify()
      const { published, version } = await readDraft(ctx, { journey })
      expect(version).toBeGreaterThan(4)
      expect(published.stages.length).toBeGreaterThan(0)
    })
  })

  describe('a version', () => {
    it('that was replaced opens with its document and the numbers of then', async () => {
      const { key: journey, surveyId } = await makeJourney(ctx)
      await answer(surveyId, 'pay')
      expect(await readVersion(ctx, { journey, version: 1 })).toMatchObject({ by: null, note: null, replacedAt: null, snapshot: null })
      await change(journey, { 'stage/buy/state': 'archived', 'lane/owner/stage/use': { name: 'Mara' } })
      await publish(journey, 'Without buying')
      await answer(surveyId, 'pay')
      const old = await readVersion(ctx, { journey, version: 1 })
      expect(old.document.stages.map((s) => s.key)).toEqual(['buy', 'use'])
      expect(old.snapshot?.stages.map((s) => [s.key, s.nps.n])).toEqual([['buy', 10], ['use', 0]])
      expect([old.snapshot?.version, old.snapshot?.drafted, old.replacedAt]).toEqual([1, 0, ctx.now()])
      const now = await readVersion(ctx, { journey, version: '2' })
      expect([now.note, now.document.stages.map((s) => s.key), now.document.lanes.owner.stage, now.snapshot]).toEqual(['Without buying', ['use'], { use: { name: 'Mara' } }, null])
    })

    it('hides in its snapshot what the map hid, and holds no comment', async () => {
      const { key: journey, surveyId } = await makeJourney(ctx)
      await post(ctx, submission(surveyId, { data: { recommend: 3, why: 'Lost my basket' } }))
      await change(journey, { name: 'Next' })
      await publish(journey)
      const { snapshot } = await readVersion(ctx, { journey, version: 1 })
      expect(snapshot?.stages[0]?.nps).toMatchObject({ n: null, value: null, suppressed: true })
      expect(JSON.stringify(snapshot)).not.toContain('Lost my')
    })

    it('that is not there is said with the newest that is', async () => {
      const { key: journey } = await makeJourney(ctx)
      await change(journey, { name: 'Next' })
      await publish(journey)
      const told = await refusal(readVersion(ctx, { journey, version: 7 }))
      expect([told.status, told.detail]).toEqual([404, 'Version 7 is not there; the newest is 2.'])
    })

    it('is listed newest first, a page at a time', async () => {
      const { key: journey } = await makeJourney(ctx)
      expect((await listVersions(ctx, { journey })).data).toEqual([{ version: 1, note: null, publishedAt: ctx.now(), by: null, replacedAt: null }])
      for (const name of ['A', 'B', 'C']) {
        await change(journey, { name })
        await publish(journey, name)
      }
      const page = await listVersions(ctx, { journey, limit: 3 })
      expect(page.data.map(({ version, note }) => [version, note])).toEqual([[4, 'C'], [3, 'B'], [2, 'A']])
      const rest = await listVersions(ctx, { journey, limit: 3, cursor: page.nextCursor })
      expect([rest.data.map((row) => row.version), rest.nextCursor]).toEqual([[1], null])
    })

    it('another workspace sees none, and a viewer publishes and discards nothing', async () => {
      const { key: journey } = await makeJourney(ctx)
      await change(journey, { name: 'Next' })
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
