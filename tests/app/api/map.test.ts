import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '#db/open'
import { createKey } from '#lib/auth/keys'
import type { Context } from '#lib/context'
import type { JourneyMap } from '#lib/maps/types'
import { GET as getComments } from '../../../app/api/v1/management/journeys/[journey]/comments/route'
import { GET as getMap, POST as postMap } from '../../../app/api/v1/management/journeys/[journey]/map/route'
import { GET as getTrend } from '../../../app/api/v1/management/journeys/[journey]/trend/route'
import { onEachEngine } from '../../harness/engines'
import { contextOf, countAnswers, makeJourney, npsAt, type Place } from '../../lib/maps/factory'
import { expectClose } from '../../lib/stats/close'

type Handler = (request: Request, route: { params: Promise<Record<string, string>> }) => Promise<Response>
type Body = { data: JourneyMap; status?: number; code?: string; errors?: { pointer: string; code: string }[] }

const shared = globalThis as typeof globalThis & { wayfeltRuntime?: unknown }

onEachEngine((_, open) => {
  let db: Db
  let place: Place
  let key: string
  const owner = (workspaceId: string): Context => contextOf(db, workspaceId, { kind: 'user', userId: randomUUID(), role: 'owner' })

  beforeAll(async () => {
    const database = await open()
    db = database.db
    shared.wayfeltRuntime = Promise.resolve({ database, secrets: { authSecret: 'x'.repeat(32) } })
    place = await makeJourney(db, { Order: [], Equipment: [], Use: [] })
    key = (await createKey(owner(place.workspaceId), { name: 'test', scopes: ['read'] })).key
    const more = { day: '2018-05-01', source: 'import' }
    await countAnswers(db, place, [
      ...npsAt('order.overall', { 10: 54, 7: 28, 0: 18 }, more),
      ...npsAt('equipment.overall', { 10: 27, 7: 14, 0: 126 }, { ...more, channel: 'app' }),
      ...npsAt('use.overall', { 10: 1, 7: 3 }, more),
    ])
  })
  afterAll(() => void delete shared.wayfeltRuntime)

  async function call(handler: Handler, query = '', { journey = 'shop', apiKey = key } = {}) {
    const request = new Request(`http://127.0.0.1/api/v1/management/journeys/${journey}/map?${query}`, { headers: { 'x-api-key': apiKey } })
    const response = await handler(request, { params: Promise.resolve({ journey }) })
    return { status: response.status, headers: response.headers, json: (await response.json()) as Body }
  }

  test('the map says the worked numbers, unrounded, and hides what is too few', async () => {
    const { status, headers, json } = await call(getMap, 'from=2018-01-01&to=2018-12-31')
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    const [order, equipment, use] = json.data.stages
    expectClose(order?.nps.value, 36)
    expectClose(order?.nps.high, 49.80334945007626)
    expect([equipment?.nps.metric, equipment?.nps.n, equipment?.nps.lowN]).toEqual(['nps', 167, false])
    expectClose(equipment?.nps.value, -59.2814371257485)
    expectClose(equipment?.nps.low, -69.58128388791849)
    expectClose(equipment?.nps.high, -46.889304347375635)
    expect(use?.nps).toEqual({ metric: 'nps', value: null, low: null, high: null, n: null, suppressed: true, lowN: false })
    expect([json.data.answers, json.data.from, json.data.timeZone, json.data.source]).toEqual([267, '2018-01-01', 'UTC', ['survey', 'import']])
    expect(json.data.headline).toBe('Equipment hurts most: NPS −59 (−70 to −47), 167 answers.')
    expect(json.data).not.toHaveProperty('findings')
  })

  test('sources and channels choose what counts; a channel that nobody used is named', async () => {
    const year = 'from=2018-01-01&to=2018-12-31'
    const counts = async (query: string) => (await call(getMap, `${year}&${query}`)).json.data.stages.map((s) => s.nps.n)
    expect(await counts('source=survey,staff')).toEqual([0, 0, 0])
    expect(await counts('channel=app')).toEqual([0, 167, 0])
    expect(await counts('channel=app&source=staff')).toEqual([0, 0, 0])
    const { status, json } = await call(getMap, `${year}&channel=pigeon`)
    expect([status, json]).toMatchObject([400, { code: 'validation_failed', errors: [{ pointer: '/channel', code: 'unknown_channel' }] }])
    const narrow = (await call(getMap, `${year}&instrument=csat`)).json.data
    expect([narrow.instrument, narrow.answers, narrow.pain]).toEqual(['csat', 0, []])
  })

  test.each([
    ['from=2018-13-01', '/from', 'invalid_date'],
    ['to=yesterday', '/to', 'invalid_date'],
    ['from=2018-02-01&to=2018-01-01', '/from', 'invalid_date'],
    ['from=2000-01-01&to=2018-01-01', '/from', 'invalid_date'],
    ['from=0001-01-01', '/from', 'invalid_date'],
    ['persona=smith', '/persona', 'unrecognized_key'],
    ['source=hearsay', '/source/0', 'invalid_value'],
    ['instrument=text', '/instrument', 'invalid_value'],
    ['channel=%00', '/channel', 'invalid_text'],
    ['channel=web&channel=app', '/channel', 'repeated'],
    ['from=2018-01-01&from=2018-02-01', '/from', 'repeated'],
    ['journey=other', '/journey', 'unrecognized_key'],
  ])('%s is refused at %s', async (query, pointer, code) => {
    const { status, json } = await call(getMap, query)
    expect([status, json.code, json.errors?.map((e) => [e.pointer, e.code])]).toEqual([400, 'validation_failed', [[pointer, code]]])
  })

  test('more groups than a map can show beside its own are refused in words', async () => {
    const { status, json } = await call(getMap, Array.from({ length: 6 }, (_, i) => `compare=channel:c${i}`).join('&'))
    expect([status, json.errors]).toMatchObject([400, [{ pointer: '/compare', message: 'compare: at most 5 groups, each of at most 400 characters.' }]])
  })

  test('the trend and the comments answer in the same envelope', async () => {
    const trend = await call(getTrend, 'metric=nps&by=stage&every=month&from=2018-04-01&to=2018-05-31')
    expect(trend.json.data).toMatchObject({ metric: 'nps', series: [{ key: 'order', points: [{ n: 0 }, { n: 100 }] }, {}, {}] })
    expect((await call(getComments, 'limit=5')).json).toEqual({ data: { comments: [], hidden: null }, nextCursor: null })
    expect((await call(getComments, 'limit=0')).status).toBe(400)
  })

  test('another workspace, no key and an unknown journey get nothing', async () => {
    const foreign = (await createKey(owner(randomUUID()), { name: 'other', scopes: ['read', 'write'] })).key
    for (const handler of [getMap, getTrend, getComments]) {
      expect((await call(handler, '', { apiKey: foreign })).json).toMatchObject({ status: 404, code: 'not_found' })
      expect((await call(handler, '', { apiKey: 'wf_live_nothing' })).json).toMatchObject({ status: 401, code: 'unauthorized' })
      expect((await call(handler, '', { journey: 'none' })).json).toMatchObject({ status: 404, code: 'not_found' })
    }
  })

  test('a key that may only write reads no map, and other methods are named', async () => {
    const { key: writer } = await createKey(owner(place.workspaceId), { name: 'writer', scopes: ['write'] })
    for (const handler of [getMap, getTrend, getComments]) expect((await call(handler, '', { apiKey: writer })).status).toBe(403)
    const refused = await postMap()
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET'])
  })
})
