import { beforeAll, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { setOutcome } from '#lib/journeys/outcome'
import { readExplanation } from '#lib/maps/explain/read-explanation'
import { readDrivers } from '#lib/maps/drivers/read-drivers'
import { makeStudy } from '#lib/studies/run'
import { post, submission } from '../../../factory/client'
import { IDENTIFIED, makeJourney, makeWorkspace } from '../../../factory/world'
import { onEachEngine } from '../../../harness/engines'

onEachEngine((_, open) => {
  let ctx: Context
  let journey: Awaited<ReturnType<typeof makeJourney>>
  beforeAll(async () => {
    ctx = await makeWorkspace(await open())
    journey = await makeJourney(ctx, undefined, undefined, IDENTIFIED)
    await setOutcome(ctx, { journey: journey.key, outcome: { kind: 'attribute', name: 'renewed', positive: 'yes' } })
    const answer = (touchpoint: string, recommend: number, i: number) =>
      post(ctx, submission(journey.surveyId, { touchpoint, data: { recommend }, userId: `p${i}`, attributes: { renewed: i % 2 === 0 ? 'yes' : 'no' } }))
    for (let i = 0; i < 40; i++) {
      await answer('open', i % 2 === 0 ? 9 - (i % 3) : 2 + (i % 3), i)
      if (i < 3) await answer('basket', 5, i)
    }
    await makeStudy(ctx, journey.journeyId)
  })
  const explain = (number: string) => readExplanation(ctx, { journey: journey.key, of: 'drivers', by: 'touchpoint', number })

  it('explains a driver by its r with the interval and the people, and asks for it without days', async () => {
    const { drivers, window } = await readDrivers(ctx, { journey: journey.key, by: 'touchpoint' })
    const { shown, formula, request, from, to, counts } = await explain('/drivers/0')
    expect([shown, formula.id, { from, to }, counts]).toEqual([drivers[0], 'driver', window, null])
    expect(request).toEqual({ method: 'GET', path: `/api/v1/management/journeys/${journey.key}/drivers?by=touchpoint`, pointer: '/data/drivers/0' })
  })

  it('counts what its performance is made of, and says nothing of a hidden one', async () => {
    expect((await explain('/drivers/0/performance')).counts).toMatchObject({ n: 40 })
    expect(await explain('/drivers/1/performance')).toMatchObject({ counts: null, sources: null, shown: { suppressed: true, value: null } })
  })
})
