import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { rows } from '#db/rows'
import { surveys } from '#db/schema/surveys'
import { forgetSurvey } from '#lib/forget'
import { clientApi } from '#lib/collect/client-api'
import { type Context, inWorkspace } from '#lib/context'
import { makeJourney, makeWorkspace } from '../../factory/world'
import { post, send, submission } from '../../factory/client'
import { onEachEngine } from '../../harness/engines'

onEachEngine((_, open) => {
  let ctx: Context
  let surveyId: string
  beforeAll(async () => {
    ctx = await makeWorkspace(await open())
    surveyId = (await makeJourney(ctx)).surveyId
  })

  const stored = async () =>
    (await inWorkspace(ctx, (tx) => rows<{ n: number }>(tx, sql`
      select (select count(*) from responses)::int + (select count(*) from submissions)::int + (select count(*) from tally_days)::int as n`)))[0]?.n

  const bad: [string, Record<string, unknown>, string, string][] = [
    ['a score above its scale', { data: { recommend: 11 } }, '/data/recommend', 'out_of_scale'],
    ['a score below its scale', { data: { recommend: 9, happy: 0 } }, '/data/happy', 'out_of_scale'],
    ['a score between two steps', { data: { recommend: 7.5 } }, '/data/recommend', 'not_whole'],
    ['a sentiment finer than hundredths', { data: { recommend: 9, felt: 0.123 } }, '/data/felt', 'not_whole'],
    ['a sentiment outside', { data: { recommend: 9, felt: -1.01 } }, '/data/felt', 'out_of_scale'],
    ['a numeric string', { data: { recommend: '9' } }, '/data/recommend', 'invalid_type'],
    ['null as an answer', { data: { recommend: 9, happy: null } }, '/data/happy', 'invalid_type'],
    ['a text where a comment is not asked', { data: { recommend: 9, why: 3 } }, '/data/why', 'invalid_type'],
    ['an unknown question', { data: { recommend: 9, nonsense: 1 } }, '/data/nonsense', 'unknown_question'],
    ['a question named like a built-in', { data: { recommend: 9, constructor: 1 } }, '/data/constructor', 'unknown_question'],
    ['a missing required answer', { data: { happy: 3 } }, '/data/recommend', 'required'],
    ['an unknown stage', { stage: 'nowhere' }, '/stage', 'unknown_stage'],
    ['an unknown touchpoint', { touchpoint: 'nowhere' }, '/touchpoint', 'unknown_touchpoint'],
    ['another journey', { journey: 'other' }, '/journey', 'unknown_journey'],
    ['a missing submissionId', { submissionId: undefined }, '/submissionId', 'required'],
    ['a malformed submissionId', { submissionId: 'abc' }, '/submissionId', 'invalid_uuid'],
    ['an unknown property', { colour: 'red' }, '/colour', 'unrecognized_key'],
    ['NUL in a comment', { data: { recommend: 9, why: 'a\u0000b' } }, '/data/why', 'invalid_text'],
    ['half a surrogate pair', { attributes: { plan: '\ud800' } }, '/attributes/plan', 'invalid_text'],
    ['a time that is none', { occurredAt: 'yesterday' }, '/occurredAt', 'invalid_date'],
    ['a time too long ago', { occurredAt: '2026-10-01T00:00:00Z' }, '/occurredAt', 'invalid_date'],
    ['a time to come', { occurredAt: '2026-11-20T12:06:00Z' }, '/occurredAt', 'invalid_date'],
  ]

  it.each(bad)('refuses %s and stores nothing', async (_what, change, pointer, code) => {
    const before = await stored()
    const { status, json, headers } = await post(ctx, { ...submission(surveyId), ...change })
    expect([status, json.code]).toEqual([400, 'validation_failed'])
    expect(json.errors).toContainEqual({ pointer, code, message: expect.stringMatching(/^\S.{8,}[.…]$/s) })
    expect(headers).toMatchObject({ 'content-type': expect.stringContaining('application/problem+json'), 'cache-control': 'no-store' })
    expect(await stored()).toBe(before)
  })

  describe('refuses bodies that are no answer', () => {
    const chunk = new Uint8Array(1024).fill(32)
    const endless = async function* () {
      for (;;) yield chunk
    }
    it('broken JSON, and bytes that are not UTF-8', async () => {
      for (const body of ['{"a":', '', new Uint8Array([0x7b, 0xff, 0x7d])]) {
        expect((await post(ctx, body)).json.code).toBe('invalid_json')
      }
    })
    it('what nests without an end, and a key that nobody would see again', async () => {
      const told = async (data: string) => (await post(ctx, JSON.stringify({ ...submission(surveyId), data: '?' }).replace('"?"', data))).json
      const deep = `${'['.repeat(7000)}"\\u0041"${']'.repeat(7000)}`
      expect(await told(`{"recommend":9,"why":${deep}}`)).toMatchObject({ status: 400, errors: [{ code: 'too_deep' }] })
      expect(await told('{"recommend":9,"__proto__":5}')).toMatchObject({ status: 400, errors: [{ pointer: '/data/__proto__', code: 'unrecognized_key' }] })
    })
    it('16 KiB and one byte, while 16 KiB are read', async () => {
      const padded = (bytes: number) => JSON.stringify(submission(surveyId)).padEnd(bytes)
      expect((await post(ctx, padded(16 * 1024 + 1))).json.code).toBe('body_too_large')
      expect((await post(ctx, padded(16 * 1024))).status).toBe(201)
    })
    it('a body without end, without reading it all', async () => {
      const call = { method: 'POST', path: [ctx.workspaceId, 'responses'], search: new URLSearchParams(), origin: null, address: '', body: endless }
      expect((await clientApi(ctx.db, ctx.now, call)).status).toBe(413)
    })
  })

  it('says 404 for an unknown survey, workspace and address, and 405 with Allow for a wrong method', async () => {
    expect((await post(ctx, submission(crypto.randomUUID()))).json.code).toBe('not_found')
    expect((await send(ctx, 'POST', 'nothing', {})).json.code).toBe('not_found')
    const reply = await send(ctx, 'DELETE', 'responses')
    expect([reply.status, reply.json.code, reply.headers.allow]).toEqual([405, 'method_not_allowed', 'POST, OPTIONS'])
  })

  it('says 409 for a closed survey and stores nothing', async () => {
    const closed = (await makeJourney(ctx)).surveyId
    await inWorkspace(ctx, (tx) => tx.update(surveys).set({ state: 'closed' }).where(sql`id = ${closed}`))
    forgetSurvey(ctx.workspaceId, closed)
    const before = await stored()
    expect((await post(ctx, submission(closed))).json.code).toBe('survey_closed')
    expect(await stored()).toBe(before)
  })
})
