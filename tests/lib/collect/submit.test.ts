import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { forgetSurvey } from '#lib/forget'
import { verifyTallies } from '#lib/rollups/verify'
import { makeJourney, makeWorkspace, QUESTIONS } from '../../factory/world'
import { post, send, submission } from '../../factory/client'
import { onEachEngine } from '../../harness/engines'

const count = async (ctx: Context, table: string) =>
  (await inWorkspace(ctx, (tx) => rows<{ n: number }>(tx, sql`select count(*)::int as n from ${sql.raw(table)}`)))[0]?.n

onEachEngine((_, open) => {
  let ctx: Context
  let surveyId: string
  beforeAll(async () => {
    ctx = await makeWorkspace(await open())
    surveyId = (await makeJourney(ctx)).surveyId
  })

  it('stores an answer once, however often the same submission comes', async () => {
    const body = submission(surveyId, { data: { recommend: 9, why: 'Quick.' }, channel: 'web' })
    const first = await post(ctx, body)
    expect(first.status).toBe(201)
    const again = await Promise.all(Array.from({ length: 20 }, () => post(ctx, body)))
    expect(new Set(again.map((r) => r.status))).toEqual(new Set([200]))
    expect(again.every((r) => r.json.data?.id === first.json.data?.id)).toBe(true)
    expect(again[0]?.headers['idempotent-replayed']).toBe('true')
    expect(await count(ctx, 'responses')).toBe(1)
    expect((await verifyTallies(ctx)).differences).toEqual([])
  })

  it('makes one response of two hundred deliveries at once, with or without a first', async () => {
    const before = (await count(ctx, 'responses')) ?? 0
    const body = submission(surveyId)
    const replies = await Promise.all(Array.from({ length: 200 }, () => post(ctx, body)))
    expect(replies.filter((r) => r.status === 201)).toHaveLength(1)
    expect(new Set(replies.map((r) => r.json.data?.id)).size).toBe(1)
    expect(await count(ctx, 'responses')).toBe(before + 1)
  })

  it('refuses the same submissionId with other content and keeps the first', async () => {
    const body = submission(surveyId)
    await post(ctx, body)
    const other = await post(ctx, { ...body, data: { recommend: 2 } })
    expect([other.status, other.json.code]).toEqual([422, 'idempotency_key_reused'])
  })

  it('ends with the data of the highest revision and the place of the lowest, in any order', async () => {
    const revisions = [
      submission(surveyId, { finished: false, channel: 'web', touchpoint: 'basket' }),
      { revision: 1, finished: false, data: { recommend: 3 }, touchpoint: 'open', channel: 'app' },
      { revision: 2, finished: true, data: { recommend: 4, happy: 5, felt: -0.29 } },
    ]
    const bodies = revisions.map((r) => ({ ...revisions[0], channel: undefined, touchpoint: undefined, ...r }))
    for (const order of [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]]) {
      const submissionId = crypto.randomUUID()
      const statuses: number[] = []
      for (const i of order) statuses.push((await post(ctx, { ...bodies[i], submissionId })).status)
      expect(statuses).toEqual([201, 200, 200])
      const [stored] = await inWorkspace(ctx, (tx) => rows(tx, sql`
        select r.touchpoint_key, r.channel, r.finished, json_object_agg(a.question_id, a.score) as scores
        from responses r join answers a on a.response_id = r.id
        where r.submission_id = ${submissionId} group by 1, 2, 3`))
      expect(stored).toEqual({ touchpoint_key: 'basket', channel: 'web', finished: true, scores: { recommend: 4, happy: 5, felt: -29 } })
    }
    expect((await verifyTallies(ctx)).differences).toEqual([])
  })

  it('lets a new answer in while revisions of others are being worked off', async () => {
    const bodies = Array.from({ length: 60 }, () => submission(surveyId, { finished: false }))
    await Promise.all(bodies.map((body) => post(ctx, body)))
    let left = bodies.length
    const revised = bodies.map((body) => post(ctx, { ...body, revision: 1 }).then(({ status }) => (left--, status)))
    await Promise.race(revised)
    expect((await post(ctx, submission(surveyId))).status).toBe(201)
    expect(left).toBeGreaterThan(0)
    expect(new Set(await Promise.all(revised))).toEqual(new Set([200]))
    expect((await verifyTallies(ctx)).differences).toEqual([])
  })

  it('leaves the answer of a question with a touchpoint of its own there, wherever the revisions say that they are', async () => {
    const own = await makeJourney(ctx, [...QUESTIONS, { id: 'basket', instrument: 'csat', text: 'And the basket?', required: false, touchpoint: 'basket' }])
    const first = submission(own.surveyId, { touchpoint: 'open', data: { recommend: 5, basket: 2 } })
    const second = { ...first, revision: 1, touchpoint: 'basket', data: { recommend: 6, basket: 3 } }
    for (const order of [[first, second], [second, first]]) {
      const submissionId = crypto.randomUUID()
      for (const body of order) await post(ctx, { ...body, submissionId })
      const [stored] = await inWorkspace(ctx, (tx) => rows(tx, sql`
        select json_object_agg(a.question_id, a.touchpoint_key) as places
        from responses r join answers a on a.response_id = r.id
        where r.submission_id = ${submissionId}`))
      expect(stored).toEqual({ places: { recommend: 'open', basket: 'basket' } })
    }
  })

  it('knows a submission again after its survey was closed, whatever the case of its id', async () => {
    const { surveyId: closing } = await makeJourney(ctx)
    const body = submission(closing)
    const id = (await post(ctx, body)).json.data?.id
    await inWorkspace(ctx, (tx) => tx.execute(sql`update surveys set state = 'closed' where id = ${closing}`))
    forgetSurvey(ctx.workspaceId, closing)
    const again = await post(ctx, { ...body, submissionId: body.submissionId.toUpperCase() })
    expect([again.status, again.json.data?.id, again.headers['idempotent-replayed']]).toEqual([200, id, 'true'])
    expect((await post(ctx, { ...body, data: { recommend: 1 } })).json.code).toBe('survey_closed')
    expect((await post(ctx, submission(closing))).json.code).toBe('survey_closed')
  })

  it('takes a later revision under the address of the response', async () => {
    const body = submission(surveyId, { finished: false })
    const id = (await post(ctx, body)).json.data?.id ?? ''
    const put = await send(ctx, 'PUT', `responses/${id}`, { revision: 1, data: { recommend: 1 }, finished: true })
    expect([put.status, put.json.data?.id]).toEqual([200, id])
    expect((await send(ctx, 'PUT', `responses/${crypto.randomUUID()}`, { revision: 1, data: {} })).status).toBe(404)
    expect((await verifyTallies(ctx)).differences).toEqual([])
  })

  it('records an event once and answers the same again as a replay', async () => {
    const event = { eventId: crypto.randomUUID(), surveyId, kind: 'exposed', channel: 'web' }
    const first = await send(ctx, 'POST', 'events', event)
    const again = await send(ctx, 'POST', 'events', event)
    expect([first.status, again.status, again.json.data?.id]).toEqual([201, 200, first.json.data?.id])
    expect(await count(ctx, 'events')).toBe(1)
    for (const occurredAt of ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-12:00', '2026-10-01T12:00:00Z']) {
      const wrong = await send(ctx, 'POST', 'events', { ...event, eventId: crypto.randomUUID(), occurredAt })
      expect([wrong.status, wrong.json.errors?.[0]?.code]).toEqual([400, 'invalid_date'])
    }
  })

  it('shows what a survey asks and hides that another workspace has it', async () => {
    const shown = await send(ctx, 'GET', `surveys/${surveyId}`)
    expect(shown.json.data).toMatchObject({ id: surveyId, version: 1, questions: [{ id: 'recommend', instrument: 'nps', required: true }, {}, {}, {}, {}] })
    const other = await makeWorkspace({ db: ctx.db } as never)
    expect((await send(other, 'GET', `surveys/${surveyId}`)).json.code).toBe('not_found')
    expect((await post(other, submission(surveyId))).status).toBe(404)
  })
})
