import { sql } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import type { Database } from '#db/open'
import { rows } from '#db/rows'
import { eraseResponse } from '#lib/collect/erase'
import { listResponses, readResponse } from '#lib/collect/results/list'
import { reviewResponses } from '#lib/collect/review'
import { type Actor, type Context, inWorkspace } from '#lib/context'
import { verifyTallies } from '#lib/rollups/verify'
import { post, submission } from '../../factory/client'
import { ask, keyFor, useDatabase } from '../../factory/http'
import { refusal } from '../../factory/refusal'
import { as, clock, makeJourney, makeWorkspace, VIEWER } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

const EDITOR: Actor = { kind: 'user', userId: '00000000-0000-7000-8000-000000000002', role: 'editor' }
const SPAM = { proof: { trap: 'x' } }

onEachEngine((_, open) => {
  let database: Database | undefined
  let ctx: Context
  let surveyId: string
  const time = clock()
  beforeEach(async () => {
    database ??= await open()
    useDatabase(database)
    ctx = await makeWorkspace(database, { kind: 'system' }, time.now)
    surveyId = (await makeJourney(ctx)).surveyId
  })

  const give = async (more: Record<string, unknown> = {}, own = surveyId) => {
    time.forward(1000)
    return (await post(ctx, submission(own, more))).json.data?.id ?? ''
  }
  /** NPS answers by source, at touchpoints; a source without any is left out. */
  const counted = async () =>
    Object.fromEntries(
      (await inWorkspace(ctx, (tx) => rows<{ source: string; n: number }>(tx, sql`
        select source, sum(n)::int as n
        from tally_months
        where level = 'touchpoint' and instrument = 'nps'
        group by source
        having sum(n) > 0`))).map(({ source, n }) => [source, n]),
    )
  const whole = async () => expect((await verifyTallies(ctx)).differences).toEqual([])

  it('lets answers count that were held back, of several journeys at once, and takes it back', async () => {
    const other = (await makeJourney(ctx)).surveyId
    const ids = [await give(SPAM), await give(SPAM, other), await give(SPAM), await give()]
    expect(await counted()).toEqual({ survey: 1, 'survey-held': 3 })
    expect(await reviewResponses(ctx, { ids, held: false })).toEqual({ reviewed: 4, changed: 3 })
    expect(await counted()).toEqual({ survey: 4 })
    expect(await reviewResponses(ctx, { ids: ids.slice(0, 2), held: true })).toEqual({ reviewed: 2, changed: 2 })
    expect(await counted()).toEqual({ survey: 2, 'survey-held': 2 })
    await whole()
  })

  it('says who looked, keeps why it was held, and calls what somebody holds back held by hand', async () => {
    const [spam, good] = [await give(SPAM), await give()]
    await reviewResponses(as(ctx, EDITOR), { ids: [spam], held: false })
    await reviewResponses(as(ctx, EDITOR), { ids: [good], held: true })
    const at = time.now().toISOString()
    expect(await readResponse(ctx, { id: spam })).toMatchObject({ held: false, heldFor: ['trap'], reviewedAt: at })
    expect(await readResponse(ctx, { id: good })).toMatchObject({ held: true, heldFor: ['by_hand'], reviewedAt: at })
    expect(await readResponse(ctx, { id: await give() })).toMatchObject({ held: false, heldFor: [], reviewedAt: null })
    const by = await inWorkspace(ctx, (tx) => rows(tx, sql`select distinct reviewed_by as by from responses where reviewed_at is not null`))
    expect(by).toEqual([{ by: '00000000-0000-7000-8000-000000000002' }])
  })

  it('keeps to what somebody decided, whatever revisions come later', async () => {
    const [spam, good] = [submission(surveyId, SPAM), submission(surveyId)]
    const ids = [(await post(ctx, spam)).json.data?.id ?? '', (await post(ctx, good)).json.data?.id ?? '']
    await reviewResponses(ctx, { ids: ids.slice(0, 1), held: false })
    await reviewResponses(ctx, { ids: ids.slice(1), held: true })
    await post(ctx, { ...spam, revision: 1, data: { recommend: 1 } })
    await post(ctx, { ...good, revision: 1, data: { recommend: 2 } })
    expect((await Promise.all(ids.map((id) => readResponse(ctx, { id })))).map(({ held, data }) => [held, data.recommend])).toEqual([[false, 1], [true, 2]])
    await whole()
  })

  it('tells whoever listens, and takes back on erasure what it counted', async () => {
    const id = await give(SPAM)
    time.forward(1000)
    await reviewResponses(ctx, { ids: [id], held: false })
    const told = await inWorkspace(ctx, (tx) => rows(tx, sql`select topic from outbox where response_id = ${id} order by id`))
    expect(told).toEqual([{ topic: 'response.created' }, { topic: 'response.updated' }])
    await eraseResponse(ctx, { id })
    await eraseResponse(ctx, { id: await give(SPAM) })
    expect(await counted()).toEqual({})
    await whole()
  })

  it('lists what is held back, or what counts, or both', async () => {
    const other = await makeJourney(ctx)
    const [spam, good, far] = [await give(SPAM), await give(), await give(SPAM, other.surveyId)]
    await reviewResponses(ctx, { ids: [await give(SPAM)], held: false })
    const listed = async (input: object) => (await listResponses(ctx, input)).data.map(({ id }) => id)
    expect(await listed({ held: true })).toEqual([far, spam])
    expect(await listed({ held: true, survey: surveyId })).toEqual([spam])
    expect(await listed({ held: true, journey: other.key })).toEqual([far])
    expect(await listed({ held: true, limit: 1 })).toEqual([far])
    expect((await listed({ held: false, survey: surveyId })).length).toBe(2)
    expect(await listed({ held: false })).toContain(good)
    expect((await listed({})).length).toBe(4)
  })

  it('answers by the API, for one response', async () => {
    const [id, key] = [await give(SPAM), await keyFor(ctx)]
    const shown = await ask('PATCH', `responses/${id}`, { key, body: { held: false } })
    expect([shown.status, shown.json.data]).toMatchObject([200, { id, held: false, heldFor: ['trap'] }])
    expect((await ask('GET', 'responses?held=false', { key })).json.data).toMatchObject([{ id }])
    expect((await ask('GET', 'responses?held=true', { key })).json.data).toEqual([])
    expect((await ask('PATCH', `responses/${crypto.randomUUID()}`, { key, body: { held: true } })).status).toBe(404)
    for (const [address, body] of [[`responses/${id}`, { held: 'yes' }], [`responses/${id}`, {}]] as const) {
      expect((await ask('PATCH', address, { key, body })).status).toBe(400)
    }
    expect((await ask('GET', 'responses?held=1', { key })).status).toBe(400)
  })

  it('is for those who may change answers, in their own workspace', async () => {
    const id = await give(SPAM)
    expect((await refusal(reviewResponses(as(ctx, VIEWER), { ids: [id], held: false }))).code).toBe('forbidden')
    const other = await makeWorkspace({ db: ctx.db } as never)
    expect(await reviewResponses(other, { ids: [id], held: false })).toEqual({ reviewed: 0, changed: 0 })
    expect((await readResponse(ctx, { id })).held).toBe(true)
  })
})
