import { sql } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import type { Database } from '#db/open'
import { rows } from '#db/rows'
import { declareDimension, removeDimension } from '#lib/collect/dimension'
import { eraseResponse } from '#lib/collect/erase'
import { PUBLIC, Submission } from '#lib/collect/input'
import { prepare } from '#lib/collect/prepare'
import { recountMoved } from '#lib/collect/recount'
import { writeBatch } from '#lib/collect/write'
import { type Context, inWorkspace } from '#lib/context'
import { listDimensions } from '#lib/journeys/dimensions'
import { listedValues } from '#lib/maps/dimensions/listed-values'
import { verifyTallies } from '#lib/rollups/verify'
import { post, submission } from '../../factory/client'
import { refusal } from '../../factory/refusal'
import { as, makeJourney, makeWorkspace, VIEWER } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

onEachEngine((_, open) => {
  let database: Database | undefined
  let ctx: Context
  let surveyId: string
  let journey: string
  beforeEach(async () => {
    database ??= await open()
    ctx = await makeWorkspace(database)
    const made = await makeJourney(ctx)
    surveyId = made.surveyId
    journey = made.key
  })

  const answer = async (attributes: Record<string, unknown>, more: Record<string, unknown> = {}) =>
    (await post(ctx, submission(surveyId, { attributes, ...more }))).json.data?.id ?? ''

  /** The jobs that wait, in order: [of the bulk, of what came late]. */
  const takeJobs = () =>
    inWorkspace(ctx, async (tx) =>
      (await rows<{ payload: unknown }>(tx, sql`
        with gone as (delete from jobs returning *)
        select payload
        from gone
        order by run_at, id`)).map((job) => job.payload))

  const run = async (...jobs: unknown[]) => {
    for (const job of jobs) await recountMoved(ctx, job, { signal: new AbortController().signal, progress: async () => {} })
  }

  /** NPS answers at the stage `buy` of each value, whatever month; what counts for nothing any more is left out. */
  const counted = async (dimension: string) =>
    Object.fromEntries(
      (await inWorkspace(ctx, (tx) => rows<{ value: string; n: number }>(tx, sql`
        select value, sum(n)::int as n
        from tally_segments
        where dimension = ${dimension} and level = 'stage' and place = 'buy' and instrument = 'nps' and grain = 'month'
        group by value
        having sum(n) > 0`))).map(({ value, n }) => [value, n]),
    )

  const differences = async () => (await verifyTallies(ctx)).differences

  it('counts new answers by a declared attribute at once, old ones by a job, and is ready when none is missing', async () => {
    await answer({ plan: 'pro' })
    expect(await declareDimension(ctx, { journey, name: 'plan' })).toEqual({ name: 'plan', ready: false })
    await answer({ plan: 'free' })
    expect(await counted('plan')).toEqual({ free: 1 })
    const [bulk, late] = await takeJobs()
    await run(bulk)
    expect([await counted('plan'), await listDimensions(ctx, { journey })]).toEqual([{ free: 1, pro: 1 }, [{ name: 'plan', ready: false }]])
    await run(late)
    expect([await listDimensions(ctx, { journey }), await differences()]).toEqual([[{ name: 'plan', ready: true }], []])
  })

  it('brings over by its second job what was prepared before and written after the first', async () => {
    const prepared = await prepare({ ...ctx, actor: { kind: 'public' } }, Submission.parse(submission(surveyId, { attributes: { plan: 'pro' } })), PUBLIC)
    await declareDimension(ctx, { journey, name: 'plan' })
    const [bulk, late] = await takeJobs()
    await run(bulk)
    await inWorkspace(ctx, (tx) => writeBatch(tx, ctx, [prepared]))
    expect([await counted('plan'), await differences()]).toEqual([{}, []])
    await run(late)
    expect([await counted('plan'), await differences()]).toEqual([{ pro: 1 }, []])
  })

  it('is shown to nobody once it is removed, and leaves no cell behind', async () => {
    await answer({ plan: 'pro' }, { channel: 'web' })
    await declareDimension(ctx, { journey, name: 'plan' })
    await run(...(await takeJobs()))
    await removeDimension(ctx, { journey, name: 'plan' })
    expect([await listDimensions(ctx, { journey }), await differences()]).toEqual([[], []])
    await run(...(await takeJobs()))
    const left = await inWorkspace(ctx, (tx) => rows(tx, sql`select distinct dimension from tally_segments`))
    expect([left, await counted('channel'), await differences()]).toEqual([[{ dimension: 'channel' }], { web: 1 }, []])
    expect((await refusal(removeDimension(ctx, { journey, name: 'plan' }))).code).toBe('not_found')
  })

  it('is not called ready by a job from before it was removed and declared again', async () => {
    await declareDimension(ctx, { journey, name: 'plan' })
    const first = await takeJobs()
    await removeDimension(ctx, { journey, name: 'plan' })
    const second = await takeJobs()
    await declareDimension(ctx, { journey, name: 'plan' })
    await run(...first, ...second)
    expect(await listDimensions(ctx, { journey })).toEqual([{ name: 'plan', ready: false }])
    await run(...(await takeJobs()))
    expect(await listDimensions(ctx, { journey })).toEqual([{ name: 'plan', ready: true }])
  })

  it('counts texts, numbers and booleans of 1 to 100 characters as they read, and the database agrees on each', async () => {
    await declareDimension(ctx, { journey, name: 'it' })
    const counts = [' pro ', '\u00a0pro\ufeff', 7, -0.25, 1e20, 0.000001, true, 'a\u0001b', "o'clock", '😀'.repeat(100), 'x'.repeat(100), '__proto__']
    const none = ['', ' \t\n\u2003', '😀'.repeat(101), 'x'.repeat(101), 1e21, 1e-7]
    for (const it of [...counts, ...none]) await answer({ it })
    await answer({ other: 1 })
    const values = ['pro', '7', '-0.25', '100000000000000000000', '0.000001', 'true', 'a\u0001b', "o'clock", '😀'.repeat(100), 'x'.repeat(100), '__proto__']
    expect(await counted('it')).toEqual(Object.fromEntries(values.map((value) => [value, value === 'pro' ? 2 : 1])))
    expect(await differences()).toEqual([])
  })

  it('counts by variant and attributes of the lowest revision, however late it comes, and takes both back on erasure', async () => {
    await declareDimension(ctx, { journey, name: 'plan' })
    const body = submission(surveyId, { revision: 1, variant: 'b', attributes: { plan: 'free' } })
    const id = (await post(ctx, body)).json.data?.id
    await post(ctx, { ...body, revision: 0, variant: ' a ', attributes: { plan: 'pro' } })
    expect([await counted('variant'), await counted('plan'), await differences()]).toEqual([{ a: 1 }, { pro: 1 }, []])
    await post(ctx, { ...body, revision: 2, variant: 'c', attributes: {}, data: { recommend: 0 } })
    expect([await counted('variant'), await counted('plan'), await differences()]).toEqual([{ a: 1 }, { pro: 1 }, []])
    await eraseResponse(ctx, { id })
    expect([await counted('variant'), await counted('plan'), await differences()]).toEqual([{}, {}, []])
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
    await run(...(await takeJobs()))
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
