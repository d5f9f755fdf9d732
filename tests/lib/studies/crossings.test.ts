import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { type Context, inWorkspace } from '#lib/context'
import { setOutcome } from '#lib/journeys/outcome'
import { readMap } from '#lib/maps/read-map'
import { countStudy, makeStudy } from '#lib/studies/run'
import { studyOf } from '#lib/studies/store'
import { post, submission } from '../../factory/client'
import { as, clock, IDENTIFIED, makeJourney, makeWorkspace, PUBLIC_ACTOR } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'
import { expectClose } from '../stats/close'

onEachEngine((_, open) => {
  let ctx: Context
  let journey: Awaited<ReturnType<typeof makeJourney>>
  const answer = async (touchpoint: string, recommend: number, userId?: string, into = journey) =>
    expect((await post(ctx, submission(into.surveyId, { touchpoint, data: { recommend }, ...(userId ? { userId } : {}) }))).status).toBe(201)
  const transitions = async (of = journey) => (await readMap(ctx, { journey: of.key })).transitions

  beforeAll(async () => {
    ctx = await makeWorkspace(await open(), { kind: 'system' }, clock().now)
    journey = await makeJourney(ctx, undefined, undefined, IDENTIFIED)
    // Five came on, with differences of e of -.4, .2, .4, .6 and 0; three stayed.
    for (const [i, [before, after]] of [[5, 3], [5, 6], [5, 7], [5, 8], [5, 5]].entries()) {
      await answer('pay', before ?? 0, `p${i}`)
      await answer('open', after ?? 0, `p${i}`)
    }
    for (const i of [5, 6, 7]) await answer('basket', 9, `p${i}`)
    await answer('pay', 0)
    await answer('open', 10)
  })

  it('knows of no transition before a study, and says so', async () => {
    expect(await transitions()).toEqual({ state: 'not_counted', window: null, steps: [] })
  })

  it('counts of the people at a stage those who also answered at the next, and their paired change', async () => {
    await makeStudy(ctx, journey.journeyId)
    const found = await transitions()
    expect(found).toMatchObject({ state: 'counted', steps: [{ from: 'buy', to: 'use' }] })
    const [step] = found?.steps ?? []
    expect(step?.share).toMatchObject({ value: 62.5, n: 8, lowN: true, suppressed: false })
    // Wilson's interval of 5 of 8, from his formula by hand.
    expectClose(step?.share.low, 30.574239460262735)
    expectClose(step?.share.high, 86.31557141764026)
    expectClose(step?.change.value, 16)
    expect(step?.change).toMatchObject({ n: 5, lowN: true })
    // Standard deviation of -.4 .2 .4 .6 0 is .3847…, t at 4 degrees of freedom 2.776.
    expectClose(step?.change.low, -31.7677677619997)
    expect(step?.change.isClear).toBe(false)
  })

  it('counts the answers that are the outcome too: they were felt there', async () => {
    await setOutcome(ctx, { journey: journey.key, outcome: { kind: 'nps', touchpoint: 'open' } })
    expect((await countStudy(ctx, journey.journeyId))?.crossings.pairs).toMatchObject({ 'buy use': { n: 5 } })
  })

  it('hides the change of fewer than five people, and the share of fewer than five', async () => {
    const few = await makeJourney(ctx, undefined, undefined, IDENTIFIED)
    for (let i = 0; i < 4; i++) await answer('open', 9, `f${i}`, few)
    for (let i = 0; i < 6; i++) await answer('pay', 9, `f${i}`, few)
    await makeStudy(ctx, few.journeyId)
    expect((await transitions(few))?.steps).toMatchObject([{ share: { n: 6, suppressed: false }, change: { value: null, n: null, suppressed: true } }])
    const fewer = await makeJourney(ctx, undefined, undefined, IDENTIFIED)
    for (let i = 0; i < 4; i++) await answer('pay', 9, `f${i}`, fewer)
    await makeStudy(ctx, fewer.journeyId)
    expect((await transitions(fewer))?.steps).toMatchObject([{ share: { value: null, n: null, suppressed: true }, change: { value: null, n: 0 } }])
  })

  it('says that nobody is named where all answers are nameless', async () => {
    const nameless = await makeJourney(ctx)
    for (const touchpoint of ['pay', 'open']) await answer(touchpoint, 9, undefined, nameless)
    await makeStudy(ctx, nameless.journeyId)
    expect(await transitions(nameless)).toMatchObject({ state: 'nobody_named', steps: [] })
  })

  it('are no business of whoever may not read responses', async () => {
    const shared = as(ctx, { kind: 'share', journeyId: journey.journeyId, comments: true })
    expect((await readMap(shared, { journey: journey.key })).transitions).toBeNull()
    await expect(readMap(as(ctx, PUBLIC_ACTOR), { journey: journey.key })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('a study of before is counted anew, and nothing of it is shown meanwhile', async () => {
    await inWorkspace(ctx, (tx) => tx.execute(sql`
      update studies
      set result = (result - 'crossings') || '{"version": 1}'::jsonb, asked_at = asked_at - interval '1 hour'
      where workspace_id = ${ctx.workspaceId} and journey_id = ${journey.journeyId}`))
    expect(await transitions()).toMatchObject({ state: 'not_counted' })
    expect(await inWorkspace(ctx, (tx) => studyOf(tx, ctx, journey.journeyId))).toMatchObject({ state: 'waiting', result: null })
  })
})
