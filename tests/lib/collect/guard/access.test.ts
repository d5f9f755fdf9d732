import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { rows } from '#db/rows'
import { Collector } from '#lib/collect/take/collector'
import { eraseResponse } from '#lib/collect/erase'
import { Submission } from '#lib/collect/input'
import { type Context, inWorkspace } from '#lib/context'
import { appUrl } from '#lib/env'
import { toProblem } from '#lib/http/problem'
import { verifyTallies } from '#lib/rollups/verify'
import type { Definition } from '#lib/surveys/definition'
import { post, submission } from '../../../factory/client'
import { clock, makeJourney, makeWorkspace } from '../../../factory/world'
import { onEachEngine } from '../../../harness/engines'

onEachEngine((_, open) => {
  let ctx: Context
  const time = clock()
  beforeAll(async () => {
    ctx = await makeWorkspace(await open(), { kind: 'system' }, time.now)
  })

  const survey = async (access: Definition['access']) => (await makeJourney(ctx, undefined, undefined, { access })).surveyId
  const later = (ms: number) => new Date(time.now().getTime() + ms).toISOString()
  const stored = async (surveyId: string) =>
    (await inWorkspace(ctx, (tx) => rows<{ n: number }>(tx, sql`select count(*)::int as n from responses where survey_id = ${surveyId}`)))[0]?.n

  it('takes answers from the moment a survey opens to the moment it closes, and says which of the two it is', async () => {
    const surveyId = await survey({ opensAt: later(1000), closesAt: later(3000) })
    const body = submission(surveyId)
    const early = await post(ctx, body)
    expect([early.status, early.json.code, early.json.detail]).toEqual([409, 'survey_closed', 'This survey takes no answers yet.'])
    time.forward(1000)
    expect((await post(ctx, body)).status).toBe(201)
    time.forward(1999)
    expect((await post(ctx, submission(surveyId))).status).toBe(201)
    time.forward(1)
    const late = await post(ctx, submission(surveyId))
    expect([late.status, late.json.detail]).toEqual([409, 'The time to answer this survey is over.'])
    expect((await post(ctx, body)).headers['idempotent-replayed']).toBe('true')
  })

  it('takes what was given in time and has waited for a connection, up to a week', async () => {
    const closesAt = later(1000)
    const surveyId = await survey({ closesAt })
    const [inTime, tooLate] = [later(999), later(1000)]
    time.forward(86_400_000)
    expect((await post(ctx, submission(surveyId, { occurredAt: inTime }))).status).toBe(201)
    expect((await post(ctx, submission(surveyId, { occurredAt: tooLate }))).status).toBe(409)
    time.forward(7 * 86_400_000)
    expect((await post(ctx, submission(surveyId, { occurredAt: inTime }))).status).toBe(409)
  })

  it('takes as many answers as it may and not one more, from two processes at once', { timeout: 120_000 }, async () => {
    const [surveyId, free] = [await survey({ mostAnswers: 100 }), await survey({})]
    const processes = [new Collector(ctx.db), new Collector(ctx.db)]
    const bodies = Array.from({ length: 260 }, (_, i) => Submission.parse(submission(i % 13 === 0 ? free : surveyId)))
    const outcomes = await Promise.all(
      bodies.map((body, i) => processes[i % 2]?.submit(ctx, body).then(() => 'stored', (error: unknown) => toProblem(error).code)),
    )
    const of = (code: string, id: string) => outcomes.filter((outcome, i) => outcome === code && bodies[i]?.surveyId === id).length
    expect([of('stored', surveyId), of('survey_closed', surveyId), of('stored', free)]).toEqual([100, 140, 20])
    expect([await stored(surveyId), await stored(free)]).toEqual([100, 20])
    expect((await verifyTallies(ctx)).differences).toEqual([])
  })

  it('refuses every delivery of what has no room, also where many come at once', async () => {
    const surveyId = await survey({ mostAnswers: 1 })
    const [first, ...late] = Array.from({ length: 4 }, () => submission(surveyId))
    const replies = await Promise.all([first, ...late, ...late, ...late].map((body) => post(ctx, body)))
    expect(replies.map(({ status, json }) => json.code ?? status)).toEqual([201, ...Array<string>(9).fill('survey_closed')])
    expect(await stored(surveyId)).toBe(1)
  })

  it('knows a full survey’s answers again, lets them be revised, and has no room where one was erased', async () => {
    const surveyId = await survey({ mostAnswers: 2 })
    const [first, second] = [submission(surveyId), submission(surveyId)]
    const replies = await Promise.all([first, first, second, second, first].map((body) => post(ctx, body)))
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201, 201])
    await eraseResponse(ctx, { id: (await post(ctx, first)).json.data?.id })
    const full = await post(ctx, submission(surveyId))
    expect([full.status, full.json.code, full.json.detail]).toEqual([409, 'survey_closed', 'This survey has as many answers as it takes.'])
    expect((await post(ctx, { ...second, revision: 1, data: { recommend: 1 } })).status).toBe(200)
    expect((await post(ctx, { ...second, revision: 1, data: { recommend: 2 } })).json.code).toBe('idempotency_key_reused')
  })

  it('takes answers from the sites that it names, from our own pages, and from servers', async () => {
    const surveyId = await survey({ origins: ['https://shop.example', 'http://localhost:8080'] })
    for (const origin of ['https://shop.example', 'http://localhost:8080', new URL(appUrl()).origin, null]) {
      expect((await post(ctx, submission(surveyId), { origin })).status).toBe(201)
    }
    const before = await stored(surveyId)
    for (const origin of ['https://evil.example', 'http://shop.example', 'https://shop.example.evil.example', 'https://shop.example:444', 'null']) {
      const { status, json } = await post(ctx, submission(surveyId), { origin })
      expect([status, json.code, json.detail]).toEqual([403, 'forbidden', 'This survey may not be answered from this site.'])
    }
    expect(await stored(surveyId)).toBe(before)
    expect((await post(ctx, submission(await survey({ origins: [] })), { origin: 'https://evil.example' })).status).toBe(201)
  })
})
