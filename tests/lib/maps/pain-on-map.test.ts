import { beforeAll, expect, it } from 'vitest'
import { type Context, inWorkspace } from '#lib/context'
import { drawMap } from '#lib/maps/draw-map'
import { readExplanation } from '#lib/maps/explain/read-explanation'
import { readMap } from '#lib/maps/read-map'
import { makeStudy } from '#lib/studies/run'
import { post, submission } from '../../factory/client'
import { as, IDENTIFIED, makeJourney, makeWorkspace, PUBLIC_ACTOR } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'
import { expectClose } from '../stats/close'

onEachEngine((_, open) => {
  let ctx: Context
  let journey: Awaited<ReturnType<typeof makeJourney>>
  const answer = (touchpoint: string, recommend: number, userId: string) =>
    post(ctx, submission(journey.surveyId, { touchpoint, data: { recommend }, userId }))

  beforeAll(async () => {
    ctx = await makeWorkspace(await open())
    journey = await makeJourney(ctx, undefined, undefined, IDENTIFIED)
    for (let i = 0; i < 40; i++) {
      await answer('open', i % 2 === 0 ? 9 : 3, `p${i}`)
      if (i < 10) await answer('pay', i < 8 ? 2 : 9, `p${i}`)
    }
  })
  const read = () => readMap(ctx, { journey: journey.key })

  it('asks for a study, and gives no severity before there is one', async () => {
    const { study, pain } = await read()
    expect(study).toMatchObject({ state: 'waiting', countedAt: null, window: null, outcome: { kind: 'overall_nps' } })
    expect(pain.map((cell) => [cell.touchpoint, cell.pain?.severity, cell.pain?.reach])).toEqual([['pay', null, null], ['open', null, null]])
    await makeStudy(ctx, journey.journeyId)
  })

  it('weighs each pain point by the share of this map, and the reach and impact of the study', async () => {
    const { study, pain } = await read()
    expect(study?.state).toBe('done')
    const [shared, pay] = [28 / 50, pain.find((cell) => cell.touchpoint === 'pay')?.pain]
    expectClose(pay?.share, (8 + 10 * shared) / 20)
    expect(pay).toMatchObject({ reach: 0.25, reachFrom: 'responses', impact: 0.3, r: null, people: null, rank: 2 })
    expectClose(pay?.severity, 100 * ((8 + 10 * shared) / 20) * 0.25 * 0.3)
    expect(pain.find((cell) => cell.touchpoint === 'open')?.pain).toMatchObject({ reach: 1, rank: 1, why: [{ factor: 'reach' }] })
  })

  it('explains a severity by its pointer', async () => {
    const shown = await readExplanation(ctx, { journey: journey.key, number: '/pain/0/pain/severity' })
    expect([shown.formula.id, shown.shown, shown.counts?.negative]).toEqual(['severity', (await read()).pain[0]?.pain?.severity, 8])
  })

  it('gives no figure made of pairs of answers to a reader who may not read single responses', async () => {
    const reader = as(ctx, PUBLIC_ACTOR)
    const map = await inWorkspace(reader, async (tx) => (await drawMap(tx, reader, { journey: journey.key })).map)
    expect([map.study, map.pain.map((cell) => cell.pain)]).toEqual([null, [null, null]])
  })
})
