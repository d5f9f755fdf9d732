import { beforeAll, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { setOutcome } from '#lib/journeys/outcome'
import { readDrivers } from '#lib/maps/drivers/read-drivers'
import { makeStudy } from '#lib/studies/run'
import { post, submission } from '../../factory/client'
import { as, IDENTIFIED, makeJourney, makeWorkspace, PUBLIC_ACTOR } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

onEachEngine((_, open) => {
  let ctx: Context
  let journey: Awaited<ReturnType<typeof makeJourney>>
  const answer = (touchpoint: string, recommend: number, userId: string, renewed: string) =>
    post(ctx, submission(journey.surveyId, { touchpoint, data: { recommend }, userId, attributes: { renewed } }))

  beforeAll(async () => {
    ctx = await makeWorkspace(await open())
    journey = await makeJourney(ctx, undefined, undefined, IDENTIFIED)
    await setOutcome(ctx, { journey: journey.key, outcome: { kind: 'attribute', name: 'renewed', positive: 'yes' } })
    for (let i = 0; i < 40; i++) {
      const renewed = i % 2 === 0 ? 'yes' : 'no'
      await answer('open', renewed === 'yes' ? 9 - (i % 3) : 2 + (i % 3), `p${i}`, renewed)
      await answer('pay', i % 4, `p${i}`, renewed)
      if (i < 20) await answer('use.overall', 5, `p${i}`, renewed)
      if (i < 6) await answer('buy.overall', 5, `p${i}`, renewed)
      if (i < 3) await answer('basket', 5, `p${i}`, renewed)
    }
  })
  const read = (by?: string) => readDrivers(ctx, { journey: journey.key, ...(by ? { by } : {}) })

  it('says that it is being counted before it is', async () => {
    expect(await read()).toMatchObject({ state: 'waiting', drivers: [], window: null, johnson: null, outcome: { kind: 'attribute', name: 'renewed' } })
    await makeStudy(ctx, journey.journeyId)
  })

  it('lists the strongest first, with quadrants where both numbers are known', async () => {
    const { drivers, state, window, lines } = await read('touchpoint')
    expect([state, window?.to]).toEqual(['done', '2026-11-20'])
    expect(drivers.map(({ key, n, quadrant }) => [key, n, quadrant])).toEqual([
      ['open', 40, 'keep'], ['pay', 40, 'watch'], ['use.overall', 20, null], ['buy.overall', null, null], ['basket', null, null],
    ])
    expect(drivers[0]?.r).toBeGreaterThan(0.9)
    expect(lines?.importance).toBeCloseTo(((drivers[0]?.r ?? 0) + (drivers[1]?.r ?? 0)) / 2, 12)
    expect(drivers[0]?.performance).toMatchObject({ metric: 'emotion_index', n: 40 })
  })

  it('gives no r below thirty people, and hides a place that fewer than five were at, with the one that would tell it', async () => {
    const { drivers, minPairs } = await read('touchpoint')
    expect(minPairs).toBe(30)
    expect(drivers[2]).toMatchObject({ key: 'use.overall', r: null, low: null, n: 20, lowN: true, suppressed: false })
    // Beside the stage's total the basket's three could be found from the six at its side.
    expect(drivers[3]).toMatchObject({ key: 'buy.overall', n: null, suppressed: true })
    expect(drivers[4]).toMatchObject({ key: 'basket', r: null, n: null, suppressed: true, performance: { value: null, suppressed: true } })
  })

  it('speaks of stages unless touchpoints are asked for, and never of causes', async () => {
    const { by, drivers, note } = await read()
    expect([by, drivers.map(({ key }) => key).sort()]).toEqual(['stage', ['buy', 'use']])
    expect(note).toContain('does not mean it causes')
    expect(note).toContain('150 people')
  })

  it('refuses whoever may not read, an unknown journey and an unknown word', async () => {
    await expect(readDrivers(as(ctx, PUBLIC_ACTOR), { journey: journey.key })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(readDrivers({ ...ctx, workspaceId: journey.journeyId }, { journey: journey.key })).rejects.toMatchObject({ code: 'not_found' })
    await expect(read('channel')).rejects.toThrow()
  })
})
