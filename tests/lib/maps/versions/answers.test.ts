import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { rows } from '#db/rows'
import { listAnnotations } from '#lib/annotations/read'
import { addAnnotation } from '#lib/annotations/write'
import { listCampaigns } from '#lib/campaigns/read'
import { addCampaign } from '#lib/campaigns/write'
import { type Context, inWorkspace } from '#lib/context'
import { findPlace } from '#lib/imports/places/find'
import { changeDraft } from '#lib/journeys/draft/change'
import { mergeStages } from '#lib/journeys/draft/places/merge'
import { readDraft } from '#lib/journeys/draft/read'
import { splitStage } from '#lib/journeys/draft/places/split'
import { restoreStage } from '#lib/journeys/stages'
import { loadStructure } from '#lib/journeys/structure'
import { publishDraft } from '#lib/maps/versions/publish'
import { post, submission } from '../../../factory/client'
import { refusal } from '../../../factory/refusal'
import { makeJourney, makeWorkspace } from '../../../factory/world'
import { onEachEngine } from '../../../harness/engines'
import { editing } from './editing'

onEachEngine((_, open) => {
  let ctx: Context
  let on: ReturnType<typeof editing>
  beforeAll(async () => {
    ctx = await makeWorkspace(await open())
    on = editing(ctx)
  })

  describe('answers', () => {
    it('go along when stages are merged, those of the stage itself too, and come back when that is undone', async () => {
      const { key: journey, surveyId, journeyId } = await makeJourney(ctx)
      await on.answer(surveyId, 'pay', 'buy.overall', 'open', 'use.overall')
      const { undo } = await mergeStages(ctx, { journey, from: 'buy', into: 'use' })
      const { draft } = await changeDraft(ctx, { journey, changes: undo })
      expect([draft.document, draft.cells]).toEqual([draft.published, []])
      const { document } = (await mergeStages(ctx, { journey, from: 'buy', into: 'use' })).draft
      expect(document.touchpoints.map((t) => [t.stage, t.name])).toEqual(['open', 'pay', 'basket', 'buy: overall'].map((name) => ['use', name]))
      await on.publish(journey)
      await on.verify()
      await on.answer(surveyId, 'buy.overall')
      await on.runJobs()
      expect(await on.counted(journey)).toEqual({ use: [50, 'buy.overall 20', 'open 10', 'pay 10', 'use.overall 10'] })
      await on.verify()
      const structure = await inWorkspace(ctx, (tx) => loadStructure(tx, ctx.workspaceId, journeyId))
      expect(structure && findPlace(structure, { stage: 'buy' }, true)).toBe('buy.overall')
      expect((await refusal(restoreStage(ctx, { journey, stage: 'buy' }))).errors[0]?.code).toBe('merged')
      await on.change(journey, { 'stage/buy/state': 'live', 'touchpoint/pay/stage': 'buy' })
      await on.publish(journey)
      await on.runJobs()
      expect(await on.counted(journey)).toEqual({ use: [20, 'open 10', 'use.overall 10'], buy: [30, 'buy.overall 20', 'pay 10'] })
      await on.verify()
    })

    it('take campaigns and annotations of a merged stage along; a split moves none', async () => {
      const { key: journey } = await makeJourney(ctx)
      await addCampaign(ctx, { journey, name: 'Both', channel: 'web', stages: ['use', 'buy'], starts: '2026-11-01' })
      await addCampaign(ctx, { journey, name: 'One', channel: 'web', stages: ['buy'], starts: '2026-11-01' })
      await addAnnotation(ctx, { journey, kind: 'release', day: '2026-11-01', title: 'New till', stage: 'buy' })
      await addAnnotation(ctx, { journey, kind: 'note', day: '2026-11-01', title: 'Of all' })
      const about = async () => [
        (await listCampaigns(ctx, { journey })).data.map(({ name, stages }) => `${name}: ${stages.join(' ')}`).sort(),
        (await listAnnotations(ctx, { journey })).map(({ title, stage }) => `${title}: ${stage}`).sort(),
      ]
      await splitStage(ctx, { journey, stage: 'buy', name: 'Till', touchpoints: ['pay'] })
      await on.publish(journey)
      expect(await about()).toEqual([['Both: buy use', 'One: buy'], ['New till: buy', 'Of all: null']])
      await mergeStages(ctx, { journey, from: 'buy', into: 'till' })
      await mergeStages(ctx, { journey, from: 'till', into: 'use' })
      await on.publish(journey)
      expect(await about()).toEqual([['Both: use', 'One: use'], ['New till: use', 'Of all: null']])
    })

    it('of what was archived go along as well, and names that meet are told apart', async () => {
      const { key: journey, surveyId } = await makeJourney(ctx)
      await on.answer(surveyId, 'basket')
      await on.change(journey, { 'touchpoint/basket/state': 'archived', 'touchpoint/pay/name': 'Open' })
      await on.publish(journey)
      await mergeStages(ctx, { journey, from: 'buy', into: 'use' })
      await on.publish(journey)
      await on.runJobs()
      expect((await readDraft(ctx, { journey })).published.touchpoints.map((t) => t.name)).toEqual(['open', 'Open (buy)', 'buy: overall'])
      expect(await on.counted(journey)).toEqual({ use: [10] })
      await on.verify()
      expect((await refusal(mergeStages(ctx, { journey, from: 'use', into: 'use' }))).errors[0]).toMatchObject({ pointer: '/from', code: 'last_stage' })
    })

    it('go along when a stage is split; what knew only its stage stays', async () => {
      const { key: journey, surveyId } = await makeJourney(ctx)
      await on.answer(surveyId, 'pay', 'basket', 'buy.overall')
      const { key } = await splitStage(ctx, { journey, stage: 'buy', name: 'Choose', touchpoints: ['basket'] })
      await on.publish(journey)
      await on.answer(surveyId, 'choose.overall')
      await on.runJobs()
      expect([key, await on.counted(journey)]).toEqual(['choose', { buy: [20, 'buy.overall 10', 'pay 10'], choose: [20, 'basket 10', 'choose.overall 10'], use: [0] }])
      await on.verify()
      const stranger = splitStage(ctx, { journey, stage: 'buy', name: 'Odd', touchpoints: ['pay', 'basket'] })
      expect((await refusal(stranger)).errors[0]).toMatchObject({ pointer: '/touchpoints/1', code: 'unknown_touchpoint' })
    })

    it('agree with a recount after random changes of the map, published while answers come in', { timeout: 120_000 }, async () => {
      const { key: journey, surveyId, journeyId } = await makeJourney(ctx)
      let seed = 7
      const pick = <T>(of: readonly T[]): T | undefined => of[(seed = (seed * 48271) % 2147483647) % of.length]
      let isDone = false
      const edit = async (step: number) => {
        const { document, archived, revision } = await readDraft(ctx, { journey })
        const [stage, other, touchpoint, away] = [pick(document.stages)?.key, pick(document.stages)?.key, pick(document.touchpoints)?.key, pick(archived)]
        const own = document.touchpoints.filter((t) => t.stage === stage).map((t) => t.key).slice(0, 1)
        const deed = pick([
          () => mergeStages(ctx, { journey, from: stage, into: other }),
          () => splitStage(ctx, { journey, stage, name: `S ${step}`, touchpoints: own }),
          () => on.change(journey, { [`touchpoint/${touchpoint}/stage`]: other }),
          () => on.change(journey, { [`${away?.kind}/${away?.key}/state`]: 'live' }),
          () => on.change(journey, { [`touchpoint/${touchpoint}/state`]: 'archived' }),
          () => publishDraft(ctx, { journey, revision }),
          () => publishDraft(ctx, { journey, revision }),
          on.runJobs,
        ])
        await Promise.resolve(deed?.()).catch((error: Error) => expect(error.name).toMatch(/Problem|ZodError/))
      }
      const editor = async () => {
        for (let step = 0; step < 60; step++) await edit(step)
        isDone = true
      }
      const writer = async () => {
        while (!isDone) {
          const touchpoint = pick(['pay', 'basket', 'open', 'buy.overall', 'use.overall'])
          expect((await post(ctx, submission(surveyId, { touchpoint }))).status).toBe(201)
        }
      }
      await Promise.all([editor(), writer(), writer()])
      await on.runJobs()
      await on.verify()
      const left = await inWorkspace(ctx, (tx) => rows(tx, sql`
        select r.id
        from responses r
        join answers a on a.workspace_id = r.workspace_id and a.response_id = r.id
        join journeys j on j.workspace_id = r.workspace_id and j.id = r.journey_id
        join structures o on o.workspace_id = r.workspace_id and o.journey_id = j.id and o.structure = r.structure
        join structures t on t.workspace_id = r.workspace_id and t.journey_id = j.id and t.structure = j.structure
        where r.workspace_id = ${ctx.workspaceId} and r.journey_id = ${journeyId}
          and o.stage_of ->> a.touchpoint_key <> t.stage_of ->> a.touchpoint_key`))
      expect(left).toEqual([])
      const { published, version } = await readDraft(ctx, { journey })
      expect(version).toBeGreaterThan(4)
      expect(published.stages.length).toBeGreaterThan(0)
    })
  })
})
