import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { rows } from '#db/rows'
import { declareDimension, removeDimension } from '#lib/collect/dimensions/declare'
import { readDimensions } from '#lib/collect/dimensions/book'
import { eraseResponse } from '#lib/collect/erase'
import { PUBLIC, Submission } from '#lib/collect/input'
import { savePersonas } from '#lib/collect/personas/save'
import { prepare } from '#lib/collect/take/prepare'
import { writeBatch } from '#lib/collect/take/write'
import { type Context, inWorkspace } from '#lib/context'
import { listDimensions } from '#lib/journeys/dimensions'
import { listedValues } from '#lib/maps/dimensions/listed-values'
import { readMap } from '#lib/maps/read-map'
import { verifyTallies } from '#lib/rollups/verify'
import { post, submission } from '../../../factory/client'
import { countedBy, finishRecounts, recount, takeJobs } from '../../../factory/recount'
import { refusal } from '../../../factory/refusal'
import { eachShop } from '../../../factory/shop'
import { as, makeWorkspace, VIEWER } from '../../../factory/world'
import { onEachEngine } from '../../../harness/engines'

onEachEngine((_, open) => {
  let ctx: Context
  let surveyId: string
  let journey: string
  eachShop(open, (shop) => ({ ctx, surveyId, journey } = shop))

  const answer = async (attributes: Record<string, unknown>, more: Record<string, unknown> = {}) =>
    (await post(ctx, submission(surveyId, { attributes, ...more }))).json.data?.id ?? ''

  const differences = async () => (await verifyTallies(ctx)).differences

  it('counts new answers by a declared attribute at once, old ones by a job, and is ready when none is missing', async () => {
    await answer({ plan: 'pro' })
    expect(await declareDimension(ctx, { journey, name: 'plan' })).toEqual({ name: 'plan', ready: false })
    await answer({ plan: 'free' })
    expect(await countedBy(ctx, 'plan')).toEqual({ free: 1 })
    const [bulk, late] = await takeJobs(ctx)
    await recount(ctx, [bulk])
    expect([await countedBy(ctx, 'plan'), await listDimensions(ctx, { journey })]).toEqual([{ free: 1, pro: 1 }, [{ name: 'plan', ready: false }]])
    await recount(ctx, [late])
    expect([await listDimensions(ctx, { journey }), await differences()]).toEqual([[{ name: 'plan', ready: true }], []])
  })

  it('brings over by its second job what was prepared before and written after the first', async () => {
    const prepared = await prepare({ ...ctx, actor: { kind: 'public' } }, Submission.parse(submission(surveyId, { attributes: { plan: 'pro' } })), PUBLIC)
    await declareDimension(ctx, { journey, name: 'plan' })
    const [bulk, late] = await takeJobs(ctx)
    await recount(ctx, [bulk])
    await inWorkspace(ctx, (tx) => writeBatch(tx, ctx, [prepared]))
    expect([await countedBy(ctx, 'plan'), await differences()]).toEqual([{}, []])
    await recount(ctx, [late])
    expect([await countedBy(ctx, 'plan'), await differences()]).toEqual([{ pro: 1 }, []])
  })

  it('is shown to nobody once it is removed, and leaves no cell behind', async () => {
    await answer({ plan: 'pro' }, { channel: 'web' })
    await declareDimension(ctx, { journey, name: 'plan' })
    await finishRecounts(ctx)
    await removeDimension(ctx, { journey, name: 'plan' })
    expect([await listDimensions(ctx, { journey }), await differences()]).toEqual([[], []])
    await finishRecounts(ctx)
    const left = await inWorkspace(ctx, (tx) => rows(tx, sql`select distinct dimension from tally_segments`))
    expect([left, await countedBy(ctx, 'channel'), await differences()]).toEqual([[{ dimension: 'channel' }], { web: 1 }, []])
    expect((await refusal(removeDimension(ctx, { journey, name: 'plan' }))).code).toBe('not_found')
  })

  it('is offered with what the newest answers say of it, unless it is declared, and said to be an id where it looks like one', async () => {
    for (let i = 0; i < 24; i++) await answer({ plan: i % 4 === 0 ? 'free' : 'pro', user: `u${i}`, ...(i < 3 ? { rare: 'x' } : {}) })
    await declareDimension(ctx, { journey, name: 'plan' })
    const { declared, room, offers } = await readDimensions(ctx, { journey })
    expect([declared, room, offers?.looked]).toEqual([[{ name: 'plan', ready: false, recounted: 0 }], 7, 24])
    expect(offers?.attributes).toMatchObject([
      { name: 'user', n: 24, distinct: 24, isTooMany: false, isScattered: true, values: ['u0', 'u1', 'u10', 'u11', 'u12'] },
      { name: 'rare', n: null, distinct: 1, isScattered: false, values: ['x'] },
    ])
    await removeDimension(ctx, { journey, name: 'plan' })
    expect((await readDimensions(ctx, { journey })).offers?.attributes.find(({ name }) => name === 'plan')).toMatchObject({ n: 24, distinct: 2, isTooMany: false, values: ['pro', 'free'] })
  })

  it('says how far each recount is, and leaves personas out; who may not declare is offered nothing', async () => {
    await declareDimension(ctx, { journey, name: 'plan' })
    await savePersonas(ctx, { journey, personas: [{ name: 'Pro', rules: [[{ field: 'attribute', name: 'plan', test: 'there' }]] }] })
    await inWorkspace(ctx, (tx) => tx.execute(sql`update jobs set progress = '{"done":1500}'`))
    const book = await readDimensions(as(ctx, VIEWER), { journey })
    expect(book).toEqual({ declared: [{ name: 'plan', ready: false, recounted: 1500 }], room: 6, offers: null })
    await finishRecounts(ctx)
    expect((await readDimensions(ctx, { journey })).declared).toEqual([{ name: 'plan', ready: true, recounted: 0 }])
  })

  it('is on no map while it is being counted, also beside one that is ready', async () => {
    await answer({ plan: 'pro', country: 'de' })
    await declareDimension(ctx, { journey, name: 'plan' })
    await finishRecounts(ctx)
    await declareDimension(ctx, { journey, name: 'country' })
    expect((await readMap(ctx, { journey })).dimensions.map(({ name }) => name)).toEqual(['variant', 'plan'])
    expect((await refusal(readMap(ctx, { journey, segment: 'country:de' }))).errors[0]?.code).toBe('unknown_segment')
    await finishRecounts(ctx)
    expect((await readMap(ctx, { journey })).dimensions.map(({ name }) => name)).toEqual(['variant', 'plan', 'country'])
  })

  it('is not called ready by a job from before it was removed and declared again', async () => {
    await declareDimension(ctx, { journey, name: 'plan' })
    const first = await takeJobs(ctx)
    await removeDimension(ctx, { journey, name: 'plan' })
    const second = await takeJobs(ctx)
    await declareDimension(ctx, { journey, name: 'plan' })
    await recount(ctx, [...first, ...second])
    expect(await listDimensions(ctx, { journey })).toEqual([{ name: 'plan', ready: false }])
    await finishRecounts(ctx)
    expect(await listDimensions(ctx, { journey })).toEqual([{ name: 'plan', ready: true }])
  })

  it('counts texts, numbers and booleans of 1 to 100 characters as they read, and the database agrees on each', async () => {
    await declareDimension(ctx, { journey, name: 'it' })
    const counts = [' pro ', '\u00a0pro\ufeff', 7, -0.25, 1e20, 0.000001, true, 'a\u0001b', "o'clock", '😀'.repeat(100), 'x'.repeat(100), '__proto__']
    const none = ['', ' \t\n\u2003', '😀'.repeat(101), 'x'.repeat(101), 1e21, 1e-7]
    for (const it of [...counts, ...none]) await answer({ it })
    await answer({ other: 1 })
    const values = ['pro', '7', '-0.25', '100000000000000000000', '0.000001', 'true', 'a\u0001b', "o'clock", '😀'.repeat(100), 'x'.repeat(100), '__proto__']
    expect(await countedBy(ctx, 'it')).toEqual(Object.fromEntries(values.map((value) => [value, value === 'pro' ? 2 : 1])))
    expect(await differences()).toEqual([])
  })

  it('counts by variant and attributes of the lowest revision, however late it comes, and takes both back on erasure', async () => {
    await declareDimension(ctx, { journey, name: 'plan' })
    const body = submission(surveyId, { revision: 1, variant: 'b', attributes: { plan: 'free' } })
    const id = (await post(ctx, body)).json.data?.id
    await post(ctx, { ...body, revision: 0, variant: ' a ', attributes: { plan: 'pro' } })
    expect([await countedBy(ctx, 'variant'), await countedBy(ctx, 'plan'), await differences()]).toEqual([{ a: 1 }, { pro: 1 }, []])
    await post(ctx, { ...body, revision: 2, variant: 'c', attributes: {}, data: { recommend: 0 } })
    expect([await countedBy(ctx, 'variant'), await countedBy(ctx, 'plan'), await differences()]).toEqual([{ a: 1 }, { pro: 1 }, []])
    await eraseResponse(ctx, { id })
    expect([await countedBy(ctx, 'variant'), await countedBy(ctx, 'plan'), await differences()]).toEqual([{}, {}, []])
  })

  it('refuses an attribute with more than 200 values, and takes one with 200', async () => {
    await answer({ user: 0, half: 0 })
    await inWorkspace(ctx, (tx) => tx.execute(sql`
      insert into responses
      select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'attributes', jsonb_build_object('user', i, 'half', i % 200)))).*
      from responses r, generate_series(1, 200) i`))
    const { errors } = await refusal(declareDimension(ctx, { journey, name: 'user' }))
    expect(errors).toMatchObject([{ pointer: '/name', code: 'too_many', message: expect.stringContaining('more than 200') }])
    expect(await declareDimension(ctx, { journey, name: 'half' })).toEqual({ name: 'half', ready: false })
  })

  it('asks nothing of held answers: their values are neither too many nor listed', async () => {
    for (let i = 0; i < 201; i++) await answer({ plan: i }, { proof: { trap: 'x' } })
    await declareDimension(ctx, { journey, name: 'plan' })
    await answer({ plan: 'pro' })
    await finishRecounts(ctx)
    const { id } = (await inWorkspace(ctx, (tx) => rows<{ id: string }>(tx, sql`select id from journeys where key = ${journey}`)))[0] ?? { id: '' }
    const listed = await inWorkspace(ctx, (tx) => rows(tx, listedValues({ workspaceId: ctx.workspaceId, journeyId: id }, 'plan')))
    expect([listed, await differences()]).toEqual([[{ value: 'pro' }], []])
  })

  it.each([
    ['channel', 'reserved'], ['variant', 'reserved'], ['source', 'reserved'], [' campaign ', 'reserved'], ['', 'too_small'], ['a:b', 'custom'],
    ['a\nb', 'custom'], ['x'.repeat(61), 'too_big'], ['plan', 'name_taken'],
  ])('refuses to count by %j', async (name, code) => {
    await declareDimension(ctx, { journey, name: 'plan' })
    const { status, errors } = await refusal(declareDimension(ctx, { journey, name }))
    expect([status, errors[0]?.pointer, errors[0]?.code]).toEqual([400, '/name', code])
  })

  it('keeps eight, for those who may change a journey, in their own workspace', async () => {
    for (let i = 1; i <= 8; i++) await declareDimension(ctx, { journey, name: `a${i}` })
    expect((await refusal(declareDimension(ctx, { journey, name: 'a9' }))).errors).toMatchObject([{ pointer: '/name', code: 'too_many' }])
    const other = await makeWorkspace({ db: ctx.db } as never)
    for (const act of [declareDimension, removeDimension]) {
      expect((await refusal(act(as(ctx, VIEWER), { journey, name: 'a1' }))).code).toBe('forbidden')
      expect((await refusal(act(other, { journey, name: 'a1' }))).code).toBe('not_found')
    }
    expect((await refusal(listDimensions(other, { journey }))).code).toBe('not_found')
    expect((await listDimensions(as(ctx, VIEWER), { journey })).map((d) => d.name)).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8'])
  })
})
