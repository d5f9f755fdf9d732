import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '#db/open'
import { mapCells, reviews } from '#db/schema/maps'
import { addCampaign, archiveCampaign } from '#lib/campaigns/write'
import { type Context, inWorkspace } from '#lib/context'
import { readGaps } from '#lib/maps/gaps/read-gaps'
import { GAP_KINDS, type Gap } from '#lib/maps/gaps/types'
import { readMap } from '#lib/maps/read-map'
import { createSurvey } from '#lib/surveys/write'
import { publishSurvey } from '#lib/surveys/publish'
import { as } from '../../factory/world'
import { definition, QUESTIONS } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'
import { contextOf, countAnswers, makeJourney, npsAt, type Place } from './factory'

onEachEngine((_, open) => {
  let database: Database
  beforeAll(async () => void (database = await open()))

  async function shop(): Promise<{ ctx: Context; place: Place; at: (stage: string) => Promise<Gap['kind'][]> }> {
    const place = await makeJourney(database.db, { Buy: ['a'], Use: [] })
    const ctx = contextOf(database.db, place.workspaceId)
    const at = async (stage: string) => (await readGaps(ctx, { journey: 'shop' })).gaps.filter((gap) => gap.stage === stage).map(({ kind }) => kind)
    return { ctx, place, at }
  }

  it('a stage with nothing lacks everything, and what is filled is no gap', async () => {
    const { ctx, place, at } = await shop()
    expect(await at('use')).toEqual(GAP_KINDS)
    const own = { workspaceId: place.workspaceId, journeyId: place.journeyId, level: 'stage' as const, place: 'buy' }
    await inWorkspace(ctx, (tx) => tx.insert(mapCells).values([{ ...own, lane: 'owner', value: { name: 'Mara' } }, { ...own, lane: 'kpi', value: [{ name: 'Orders', value: '3' }] }]))
    await countAnswers(database.db, place, npsAt('a', { 9: 1 }, { day: '2026-03-01' }))
    await addCampaign(ctx, { journey: 'shop', name: 'One', channel: 'email', stages: ['buy'], starts: '2026-05-01' })
    const { id } = await createSurvey(ctx, { journey: 'shop', touchpoint: 'a', name: 'Survey' })
    expect(await at('buy')).toEqual(['survey'])
    await publishSurvey(ctx, { id })
    expect(await at('buy')).toEqual([])
    expect(await at('use')).toEqual(GAP_KINDS)
  })

  it('a stage goes stale after the days that were chosen, and its live survey is named', async () => {
    const { ctx, place } = await shop()
    const { id } = await createSurvey(ctx, { journey: 'shop', touchpoint: 'a', name: 'Survey' })
    await publishSurvey(ctx, { id })
    await countAnswers(database.db, place, [...npsAt('a', { 9: 1 }, { day: '2026-02-08' }), ...npsAt('a', { 9: 1 }, { day: '2026-03-09', source: 'staff' })])
    const answers = async () => (await readGaps(ctx, { journey: 'shop' })).gaps.filter((gap) => gap.kind === 'answers').map(({ stage, days, survey }) => [stage, days, survey])
    expect(await answers()).toEqual([['buy', 30, id], ['use', null, null]])
    await inWorkspace(ctx, (tx) => tx.insert(reviews).values({ workspaceId: ctx.workspaceId, journeyId: place.journeyId, staleDays: 31 }))
    expect(await answers()).toEqual([['use', null, null]])
  })

  it('a question that asks at a touchpoint of another stage asks there, too', async () => {
    const { ctx, at } = await shop()
    const [first, ...others] = QUESTIONS
    const asked = definition([...(first ? [{ ...first, touchpoint: 'use.overall' }] : []), ...others])
    const { id } = await createSurvey(ctx, { journey: 'shop', touchpoint: 'a', name: 'Survey' })
    await inWorkspace(ctx, (tx) => tx.execute(sql`update surveys set draft = ${JSON.stringify(asked)}::jsonb where workspace_id = ${ctx.workspaceId} and id = ${id}`))
    await publishSurvey(ctx, { id })
    expect(await at('use')).not.toContain('survey')
  })

  it('a campaign that is over or archived fills no stage', async () => {
    const { ctx, at } = await shop()
    await addCampaign(ctx, { journey: 'shop', name: 'Over', channel: 'email', stages: ['buy'], starts: '2026-02-01', ends: '2026-03-09' })
    const { id } = await addCampaign(ctx, { journey: 'shop', name: 'Now', channel: 'email', stages: ['buy', 'use'], starts: '2026-03-01' })
    expect([...(await at('buy')), ...(await at('use'))]).not.toContain('campaign')
    await archiveCampaign(ctx, { journey: 'shop', id })
    expect(await at('buy')).toContain('campaign')
  })

  it('the map counts the same gaps', async () => {
    const { ctx } = await shop()
    expect((await readMap(ctx, { journey: 'shop' })).gaps).toEqual((await readGaps(ctx, { journey: 'shop' })).gaps)
  })

  describe('who may', () => {
    it('whoever has a share link is told of no gap', async () => {
      const { ctx, place } = await shop()
      const share = as(ctx, { kind: 'share', journeyId: place.journeyId, comments: false })
      expect((await readMap(share, { journey: 'shop' })).gaps).toBeNull()
      await expect(readGaps(share, { journey: 'shop' })).rejects.toThrow()
    })

    it('another workspace sees nothing', async () => {
      const { ctx } = await shop()
      await expect(readGaps({ ...ctx, workspaceId: randomUUID() }, { journey: 'shop' })).rejects.toThrow('no such journey')
    })
  })
})
