import { sql } from 'drizzle-orm'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { closeSurvey, publishSurvey } from '#lib/surveys/publish'
import { createSurvey } from '#lib/surveys/write'
import { PAGE_STYLE } from '#lib/widget/page/style'
import { surveyScript } from '#lib/surveys/bundle'
import { GET, POST } from '../../app/s/[survey]/route'
import { definition, IDENTIFIED, makeJourney, makeWorkspace } from '../factory/world'
import { onEachEngine } from '../harness/engines'

const shared = globalThis as typeof globalThis & { wayfeltRuntime?: unknown }

const submissionIn = (page: string) => /name="submissionId" value="([^"]+)"/.exec(page)?.[1] ?? ''

type Stored = { score: number | null; body: string | null; touchpoint: string; person: string | null; channel: string | null; finished: boolean }

onEachEngine((_, open) => {
  let database: Database
  let ctx: Context
  let journey: string
  let id: string

  async function liveSurvey() {
    const survey = await createSurvey(ctx, { journey, touchpoint: 'pay', name: 'After checkout', definition: definition(undefined, IDENTIFIED) })
    await publishSurvey(ctx, survey)
    return survey.id
  }

  async function call(method: 'GET' | 'POST', survey: string, query = '', form?: Record<string, string> | string) {
    const body = form === undefined ? undefined : new URLSearchParams(form).toString()
    const request = new Request(`http://127.0.0.1/s/${survey}${query}`, { method, body, headers: { 'content-type': 'application/x-www-form-urlencoded' } })
    const response = await (method === 'GET' ? GET : POST)(request, { params: Promise.resolve({ survey }) })
    return { status: response.status, headers: response.headers, page: await response.text() }
  }

  const stored = (survey: string) =>
    inWorkspace(ctx, (tx) =>
      rows<Stored>(tx, sql`
        select a.score, a.body, r.touchpoint_key as touchpoint, r.person, r.channel, r.finished
        from responses r
        join answers a on a.workspace_id = r.workspace_id and a.response_id = r.id
        where r.workspace_id = ${ctx.workspaceId} and r.survey_id = ${survey}
        order by r.id, a.question_id`),
    )

  const form = async (survey: string, given: Record<string, string>) => ({ submissionId: submissionIn((await call('GET', survey)).page), ...given })

  beforeAll(async () => {
    database = await open()
    shared.wayfeltRuntime = Promise.resolve({ database, secrets: { authSecret: 'x'.repeat(32) } })
    ctx = { ...(await makeWorkspace(database)), now: () => new Date() }
    journey = (await makeJourney(ctx)).key
    id = await liveSurvey()
  })
  afterAll(() => void delete shared.wayfeltRuntime)

  test('the page may be framed, runs only what we wrote, and is kept and indexed nowhere', async () => {
    const { status, headers, page } = await call('GET', id)
    expect(status).toBe(200)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain('frame-ancestors *')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-robots-tag')).toBe('noindex')
    expect(headers.get('set-cookie')).toBeNull()
    expect(page).toContain('How likely are you to recommend us?')
  })

  test('a GET chooses a score beforehand and records nothing', async () => {
    const survey = await liveSurvey()
    const { page } = await call('GET', survey, '?recommend=9&easy=8&why=Slow&utm_source=mail')
    expect(page).toContain('name="q.recommend" value="9" checked')
    expect(page.match(/ checked/g)).toHaveLength(1)
    expect(page).toContain('Slow</textarea>')
    expect(await stored(survey)).toEqual([])
  })

  test('a form without scripts is stored with its place and person, and leads to the thanks', async () => {
    const survey = await liveSurvey()
    const sent = await form(survey, { 'q.recommend': '9', 'q.felt': '-0.5', 'q.why': 'Fine' })
    const { status, headers } = await call('POST', survey, '?touchpoint=open&userId=c-7&channel=email', sent)
    expect([status, headers.get('location')]).toEqual([303, `/s/${survey}?touchpoint=open&channel=email&done=1`])
    const where = { touchpoint: 'open', person: 'c-7', channel: 'email', finished: true }
    expect(await stored(survey)).toEqual([
      { score: -50, body: null, ...where },
      { score: 9, body: null, ...where },
      { score: null, body: 'Fine', ...where },
    ])
    expect((await call('GET', survey, '?done=1')).page).toContain('Thank you')
  })

  test('a form that is sent twice counts once, and another content under the same id is refused', async () => {
    const survey = await liveSurvey()
    const sent = await form(survey, { 'q.recommend': '9' })
    await call('POST', survey, '', sent)
    expect((await call('POST', survey, '', sent)).status).toBe(303)
    expect(await call('POST', survey, '', { ...sent, 'q.recommend': '1' })).toMatchObject({ status: 422, page: expect.stringContaining('stored already') })
    expect(await stored(survey)).toHaveLength(1)
  })

  test('a missing answer brings the page back with a sentence there and everything typed', async () => {
    const survey = await liveSurvey()
    const sent = await form(survey, { 'q.why': 'It took <long>', 'q.easy': '2' })
    const { status, page } = await call('POST', survey, '', sent)
    expect(status).toBe(400)
    expect(page).toContain('Please choose a number.')
    expect(page).toContain('It took &lt;long&gt;</textarea>')
    expect(page).toContain('name="q.easy" value="2" checked')
    expect(submissionIn(page)).toBe(sent.submissionId)
    expect(await stored(survey)).toEqual([])
  })

  test.each([
    ['a score beyond its scale', { 'q.recommend': '11' }, 400],
    ['a word for a score', { 'q.recommend': 'ten' }, 400],
    ['a text that cannot be stored', { 'q.recommend': '5', 'q.why': 'a\0b' }, 400],
    ['a text that is too long', { 'q.recommend': '5', 'q.why': 'x'.repeat(10_001) }, 400],
    ['a form without end', { 'q.recommend': '5', 'q.why': 'x'.repeat(300_000) }, 413],
    ['no submission id', { submissionId: '', 'q.recommend': '5' }, 400],
  ])('%s is refused in words and stores nothing', async (_name, given, expected) => {
    const survey = await liveSurvey()
    const { status, page } = await call('POST', survey, '', await form(survey, given))
    expect(status).toBe(expected)
    expect(page).toMatch(/class="(fault|note)"[^>]*>[A-Z][^<]+\./)
    expect(await stored(survey)).toEqual([])
  })

  test('a link to a place that the journey does not have says so', async () => {
    expect((await call('GET', id, '?touchpoint=nowhere')).status).toBe(400)
    expect((await call('GET', id, '?stage=nowhere')).status).toBe(400)
    expect((await call('POST', id, '?touchpoint=nowhere', await form(id, { 'q.recommend': '5' }))).status).toBe(400)
    expect((await call('GET', id, '?stage=use')).status).toBe(200)
  })

  test('a closed survey says so and takes nothing', async () => {
    const survey = await liveSurvey()
    const sent = await form(survey, { 'q.recommend': '5' })
    await closeSurvey(ctx, { id: survey })
    expect(await call('GET', survey)).toMatchObject({ status: 409, page: expect.stringContaining('This survey is closed') })
    expect((await call('POST', survey, '', sent)).status).toBe(409)
    expect(await stored(survey)).toEqual([])
  })

  test('a draft, an unknown survey and a malformed address are not there', async () => {
    const draft = await createSurvey(ctx, { journey, touchpoint: 'pay', name: 'Draft', definition: definition() })
    for (const survey of [draft.id, '01900000-0000-7000-8000-000000000000', 'nonsense']) {
      expect((await call('GET', survey)).status).toBe(404)
      expect((await call('POST', survey, '', { 'q.recommend': '5' })).status).toBe(404)
    }
  })
})

describe('what the page loads', () => {
  test('fits into 20 kB, script and style together', async () => {
    const packed = gzipSync((await surveyScript()) + PAGE_STYLE)
    expect(gunzipSync(packed).length).toBeGreaterThan(5_000)
    expect(packed.length).toBeLessThan(20 * 1024)
  })
})
