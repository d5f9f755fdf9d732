import { expect, it } from 'vitest'
import { savePersonas } from '#lib/collect/personas/save'
import type { Context } from '#lib/context'
import type { Rules } from '#lib/journeys/personas/definition'
import { listComments } from '#lib/maps/comments/list'
import { readMap } from '#lib/maps/read-map'
import { post, submission } from '../../../factory/client'
import { finishRecounts } from '../../../factory/recount'
import { refusal } from '../../../factory/refusal'
import { eachShop } from '../../../factory/shop'
import { as, PUBLIC_ACTOR } from '../../../factory/world'
import { onEachEngine } from '../../../harness/engines'

const PLAN = (...values: string[]): Rules => [[{ field: 'attribute', name: 'plan', test: 'one_of', values }]]

onEachEngine((_, open) => {
  let ctx: Context
  let surveyId: string
  let journey: string
  eachShop(open, async (shop) => {
    ;({ ctx, surveyId, journey } = shop)
    await savePersonas(ctx, { journey, personas: [{ name: 'Small teams', rules: PLAN('starter') }, { name: 'Larger teams', rules: PLAN('pro', 'business') }] })
  })

  const answer = (n: number, plan: string | null, recommend: number, more: Record<string, unknown> = {}) =>
    Promise.all(Array.from({ length: n }, (_, i) => post(ctx, submission(surveyId, { attributes: plan === null ? {} : { plan }, data: { recommend: recommend - (i % 3), ...more } }))))

  it('shows no number by personas while older answers are on their way, and then theirs by name, unmatched last', async () => {
    await answer(8, 'starter', 9)
    await answer(6, 'pro', 4)
    await answer(7, null, 6)
    const before = await readMap(ctx, { journey })
    expect([before.personas.ready, before.personas.list.map(({ n }) => n)]).toEqual([false, [null, null, null]])
    expect((await refusal(readMap(ctx, { journey, segment: 'persona:small-teams' }))).code).toBe('validation_failed')
    await finishRecounts(ctx)
    const { personas } = await readMap(ctx, { journey })
    expect(personas.list).toEqual([{ key: 'small-teams', name: 'Small teams', n: 8 }, { key: 'larger-teams', name: 'Larger teams', n: 6 }, { key: 'unmatched', name: 'No persona', n: 7 }])
    expect((await readMap(ctx, { journey, segment: 'persona:unmatched' })).answers).toBe(7)
  })

  it('names a persona that does not exist, and knows one that nobody belongs to', async () => {
    await answer(8, 'starter', 9)
    const faultOf = async (segment: string) => (await refusal(readMap(ctx, { journey, segment }))).errors[0]
    expect(await faultOf('persona:small-teams')).toMatchObject({ pointer: '/segment', message: expect.stringContaining('still being counted') as string })
    await finishRecounts(ctx)
    expect(await faultOf('persona:nobody')).toMatchObject({ pointer: '/segment', code: 'unknown_persona', message: 'There is no persona “nobody” on this map.' })
    expect((await readMap(ctx, { journey, segment: 'persona:larger-teams' })).answers).toBe(0)
  })

  it('says at a stage that its personas differ, from the lowest to the highest, and nothing where one is small', async () => {
    await answer(40, 'starter', 10)
    await answer(40, 'pro', 4)
    await finishRecounts(ctx)
    const { personas } = await readMap(ctx, { journey })
    const [buy, use] = personas.spread
    expect([buy?.stage, buy?.differ?.from.name, buy?.differ?.to.name, use?.differ]).toEqual(['buy', 'Larger teams', 'Small teams', null])
    expect((buy?.differ?.from.value ?? 0) < (buy?.differ?.to.value ?? 0) && (buy?.differ?.q ?? 1) < 0.05).toBe(true)
    await savePersonas(ctx, { journey, personas: [{ name: 'Some', rules: [[{ field: 'attribute', name: 'plan', test: 'missing' }]] }, { name: 'Larger teams', rules: PLAN('pro') }] })
    await answer(29, null, 10)
    await finishRecounts(ctx)
    expect((await readMap(ctx, { journey })).personas.spread.map(({ differ }) => differ)).toEqual([null, null])
  })

  it('tells two camps of those whom the map is about', async () => {
    await answer(20, 'starter', 10)
    await answer(20, 'pro', 2)
    await finishRecounts(ctx)
    const polarised = async (segment?: string) => (await readMap(ctx, { journey, ...(segment ? { segment } : {}) })).personas.spread[0]?.polarised
    expect([await polarised(), await polarised('persona:larger-teams')]).toEqual([{ negative: 50, positive: 50 }, null])
  })

  it('hides a persona that is all but a few, and refuses to show it alone', async () => {
    await answer(20, 'starter', 9)
    await answer(3, 'pro', 4)
    await finishRecounts(ctx)
    const { personas } = await readMap(ctx, { journey })
    expect(personas.list.map(({ key, n }) => [key, n])).toEqual([['small-teams', null], ['larger-teams', null], ['unmatched', 0]])
    expect((await refusal(readMap(ctx, { journey, segment: 'persona:small-teams' }))).errors[0]?.code).toBe('filter_unmasks')
  })

  it('names the comments of a persona by the rules under which they were counted', async () => {
    await answer(10, 'starter', 9, { why: 'Quick.' })
    await answer(10, 'pro', 4, { why: 'Slow.' })
    await finishRecounts(ctx)
    const of = async (persona: string) => (await listComments(ctx, { journey, stage: 'buy', segment: `persona:${persona}` })).comments.map(({ text }) => text)
    expect([new Set(await of('small-teams')), new Set(await of('larger-teams')), await of('unmatched')]).toEqual([new Set(['Quick.']), new Set(['Slow.']), []])
  })

  it('tells a reader who may not read answers nothing of personas', async () => {
    await answer(40, 'starter', 10)
    await finishRecounts(ctx)
    expect((await refusal(readMap(as(ctx, PUBLIC_ACTOR), { journey }))).code).toBe('forbidden')
  })
})
