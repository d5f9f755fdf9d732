import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { rows } from '#db/rows'
import { declareDimension, removeDimension } from '#lib/collect/dimensions/declare'
import { savePersonas } from '#lib/collect/personas/save'
import { previewPersonas } from '#lib/collect/personas/preview'
import { type Context, inWorkspace } from '#lib/context'
import { readPersonas } from '#lib/journeys/personas/read'
import type { Condition } from '#lib/journeys/personas/definition'
import { addStage } from '#lib/journeys/stages'
import { verifyTallies } from '#lib/rollups/verify'
import { post, submission } from '../../../factory/client'
import { finishRecounts, recount, takeJobs } from '../../../factory/recount'
import { refusal } from '../../../factory/refusal'
import { eachShop } from '../../../factory/shop'
import { as, makeWorkspace, VIEWER } from '../../../factory/world'
import { onEachEngine } from '../../../harness/engines'

const plan = (...values: string[]): Condition => ({ field: 'attribute', name: 'plan', test: 'one_of', values })

onEachEngine((_, open) => {
  let ctx: Context
  let surveyId: string
  let journey: string
  eachShop(open, (shop) => ({ ctx, surveyId, journey } = shop))

  const answer = (attributes: Record<string, unknown>, more = {}) => post(ctx, submission(surveyId, { attributes, ...more }))
  const differences = async () => (await verifyTallies(ctx)).differences

  it('keeps the list in its order with keys from names, and recounts only where rules or order change', async () => {
    const first = await savePersonas(ctx, { journey, personas: [{ name: 'Small teams', rules: [[plan('starter')]] }, { name: 'Small-Teams!', rules: [[plan('pro')]] }] })
    expect(first.personas.map(({ key, name }) => [key, name])).toEqual([['small-teams', 'Small teams'], ['small-teams-2', 'Small-Teams!']])
    expect([first.ready, (await takeJobs(ctx)).length]).toEqual([false, 2])
    const renamed = first.personas.map((persona) => ({ ...persona, name: `${persona.name} now`, description: 'Them' }))
    await savePersonas(ctx, { journey, personas: renamed, revision: first.revision })
    expect([(await takeJobs(ctx)).length, (await readPersonas(ctx, { journey })).personas.map(({ name }) => name)]).toEqual([0, ['Small teams now', 'Small-Teams! now']])
    const turned = await savePersonas(ctx, { journey, personas: renamed.toReversed() })
    expect([(await takeJobs(ctx)).length, turned.personas.map(({ key }) => key)]).toEqual([2, ['small-teams-2', 'small-teams']])
  })

  it('is ready only by the job of the rules that hold now, and leaves nothing behind when the last persona goes', async () => {
    await answer({ plan: 'pro' })
    await savePersonas(ctx, { journey, personas: [{ name: 'A', rules: [[plan('pro')]] }] })
    const first = await takeJobs(ctx)
    await savePersonas(ctx, { journey, personas: [{ name: 'B', rules: [[plan('pro', 'free')]] }] })
    const second = await takeJobs(ctx)
    await recount(ctx, first)
    expect((await readPersonas(ctx, { journey })).ready).toBe(false)
    await recount(ctx, second)
    expect([(await readPersonas(ctx, { journey })).ready, await differences()]).toEqual([true, []])
    await addStage(ctx, { journey, name: 'Leave' })
    await answer({ plan: 'free' })
    expect(await differences()).toEqual([])
    await savePersonas(ctx, { journey, personas: [] })
    await finishRecounts(ctx)
    const left = await inWorkspace(ctx, (tx) => rows(tx, sql`select distinct value from tally_segments where dimension = 'persona'`))
    expect([left, await differences(), (await readPersonas(ctx, { journey })).personas]).toEqual([[], [], []])
  })

  it('refuses what was changed in the meantime, and stores nothing of it', async () => {
    const { revision } = await readPersonas(ctx, { journey })
    await savePersonas(ctx, { journey, revision, personas: [{ name: 'Mine', rules: [[plan('pro')]] }] })
    expect(await refusal(savePersonas(ctx, { journey, revision, personas: [] }))).toMatchObject({ code: 'conflict', status: 409 })
    expect((await readPersonas(ctx, { journey })).personas.map(({ name }) => name)).toEqual(['Mine'])
  })

  it.each([
    ['no rule', { rules: [] }, '/personas/0/rules'],
    ['an empty group', { rules: [[]] }, '/personas/0/rules/0'],
    ['an attribute without a name', { rules: [[{ field: 'attribute', test: 'there' }]] }, '/personas/0/rules/0/0/name'],
    ['a test that there is not', { rules: [[{ field: 'channel', test: 'starts_with', values: ['x'] }]] }, '/personas/0/rules/0/0/test'],
    ['a test of numbers with a text', { rules: [[{ field: 'attribute', name: 'seats', test: 'at_least', number: '5' }]] }, '/personas/0/rules/0/0/number'],
    ['a list without values', { rules: [[{ field: 'channel', test: 'one_of' }]] }, '/personas/0/rules/0/0/values'],
    ['a field with a name', { rules: [[{ field: 'channel', name: 'x', test: 'there' }]] }, '/personas/0/rules/0/0/name'],
    ['the key of everybody else', { key: 'unmatched', rules: [[plan('pro')]] }, '/personas/0/key'],
    ['a key that no address holds', { key: 'a:b', rules: [[plan('pro')]] }, '/personas/0/key'],
  ])('refuses %s in a sentence', async (_name, wrong, pointer) => {
    const { status, errors } = await refusal(savePersonas(ctx, { journey, personas: [{ name: 'A', ...wrong }] }))
    expect([status, errors[0]?.pointer]).toEqual([400, pointer])
    expect(errors[0]?.message).not.toContain('Invalid')
  })

  it('keeps names apart, and an attribute that is called persona too', async () => {
    const twice = { rules: [[plan('pro')]] }
    expect((await refusal(savePersonas(ctx, { journey, personas: [{ name: 'A', ...twice }, { name: 'a', ...twice }] }))).errors[0]).toMatchObject({ pointer: '/personas/1/name', code: 'name_taken' })
    await declareDimension(ctx, { journey, name: 'persona' })
    expect((await refusal(savePersonas(ctx, { journey, personas: [{ name: 'A', ...twice }] }))).errors[0]).toMatchObject({ pointer: '/personas', code: 'name_taken' })
    await answer({ persona: 'x' })
    expect(await differences()).toEqual([])
    await removeDimension(ctx, { journey, name: 'persona' })
    await savePersonas(ctx, { journey, personas: [{ name: 'A', ...twice }] })
    expect((await refusal(removeDimension(ctx, { journey, name: 'persona' }))).errors[0]?.code).toBe('in_use')
  })

  it('tells before saving whom rules would take, what is left, and what values there are', async () => {
    for (let i = 0; i < 12; i++) await answer({ plan: i < 5 ? 'pro' : 'free', seats: i })
    await answer({}, { channel: 'web' })
    const personas = [{ rules: [[plan('pro')]] }, { rules: [[plan('pro', 'free')]] }, { rules: [[plan('gone')]] }]
    const preview = await previewPersonas(ctx, { journey, personas })
    expect(preview).toMatchObject({ looked: 13, personas: [{ fits: 5, n: null }, { fits: 12, n: 7 }, { fits: 0, n: 0 }], unmatched: null })
    expect(preview.seen.find(({ name }) => name === 'plan')?.values).toEqual([{ value: 'free', n: 7 }, { value: 'pro', n: 5 }])
    expect(preview.left.map(({ field }) => field)).toEqual(['channel', 'source'])
    expect((await readPersonas(ctx, { journey })).personas).toEqual([])
  })

  it('is for those who may change a journey, in their own workspace', async () => {
    const other = await makeWorkspace({ db: ctx.db } as never)
    const asked = { journey, personas: [{ rules: [[plan('pro')]] }] }
    expect((await refusal(previewPersonas(as(ctx, VIEWER), asked))).code).toBe('forbidden')
    expect((await refusal(savePersonas(as(ctx, VIEWER), { journey, personas: [] }))).code).toBe('forbidden')
    expect((await refusal(savePersonas(other, { journey, personas: [] }))).code).toBe('not_found')
    expect((await refusal(previewPersonas(other, asked))).code).toBe('not_found')
    expect((await refusal(readPersonas(other, { journey }))).code).toBe('not_found')
    expect((await readPersonas(as(ctx, VIEWER), { journey })).personas).toEqual([])
  })
})
