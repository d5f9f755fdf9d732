import { beforeAll, describe, expect, it } from 'vitest'
import { moveTouchpoint } from '#lib/collect/recount/move'
import type { Context } from '#lib/context'
import { verifyTallies } from '#lib/rollups/verify'
import { post, submission } from '../../factory/client'
import { ask, keyFor, useDatabase } from '../../factory/http'
import { clock, IDENTIFIED, makeJourney, makeWorkspace } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

type Row = { id: string; data: Record<string, unknown> }

onEachEngine((_, open) => {
  let ctx: Context
  let key: string
  let shop: Awaited<ReturnType<typeof makeJourney>>
  const time = clock()
  beforeAll(async () => {
    const database = await open()
    useDatabase(database)
    ctx = await makeWorkspace(database, { kind: 'system' }, time.now)
    key = await keyFor(ctx)
    shop = await makeJourney(ctx, undefined, undefined, IDENTIFIED)
  })

  const get = (address: string, own = key) => ask('GET', address, { key: own })
  const answered = async (surveyId: string, more: Record<string, unknown> = {}) => {
    time.forward(1000)
    return (await post(ctx, submission(surveyId, more))).json.data?.id ?? ''
  }

  it('a response is shown as it was given, with the place of each answer', async () => {
    const data = { recommend: 3, happy: 4, felt: -0.29, why: 'Call 0171 2345678.' }
    const occurredAt = '2026-11-19T08:00:00.000Z'
    const told = { variant: 'b', campaign: 'autumn', language: 'en', meta: { source: 'poster' } }
    const id = await answered(shop.surveyId, { data, channel: 'web', userId: 'u-1', attributes: { plan: 'pro' }, occurredAt, touchpoint: 'open', ...told })
    const shown = (await get(`responses/${id}`)).json.data
    expect(shown).toMatchObject({
      id, surveyId: shop.surveyId, journey: shop.key, touchpoint: 'open', channel: 'web', source: 'survey', person: 'u-1', attributes: { plan: 'pro' },
      occurredAt, receivedAt: time.now().toISOString(), finished: true, data, ...told,
    })
    expect(shown.answers[0]).toEqual({ question: 'felt', instrument: 'sentiment', stage: 'use', touchpoint: 'open', value: -0.29 })
    expect((await get(`responses?survey=${shop.surveyId}`)).json.data).toEqual([shown])
  })

  it('an answer tells the stage in which its touchpoint stands today', async () => {
    const own = await makeJourney(ctx)
    const id = await answered(own.surveyId)
    await moveTouchpoint(ctx, { journey: own.key, touchpoint: 'pay', toStage: 'use' })
    expect((await get(`responses/${id}`)).json.data.answers).toMatchObject([{ touchpoint: 'pay', stage: 'use' }])
  })

  it('comments are masked for a key that may only read', async () => {
    const id = await answered(shop.surveyId, { data: { recommend: 1, why: 'Write to mara@example.com' } })
    const reader = await keyFor(ctx, ['read'])
    expect((await get(`responses/${id}`, reader)).json.data.data.why).toBe('Write to [e-mail]')
    expect((await get('responses?limit=1', reader)).json.data[0].data.why).toBe('Write to [e-mail]')
    expect((await get(`responses/${id}`)).json.data.data.why).toBe('Write to mara@example.com')
  })

  describe('the list', () => {
    it('leads on to the last in order, whatever is filtered, also where several came in one millisecond', async () => {
      const own = await makeJourney(ctx)
      const made: string[] = []
      for (let i = 0; i < 3; i++) made.push(await answered(own.surveyId))
      made.push(...(await Promise.all([1, 2, 3, 4].map(async () => (await post(ctx, submission(own.surveyId))).json.data?.id ?? ''))))
      const expected = [...made].sort().reverse()
      for (const filter of [`journey=${own.key}`, `survey=${own.surveyId}`, `journey=${own.key}&survey=${own.surveyId}`, '']) {
        const seen: string[] = []
        for (let cursor = ''; seen.length < expected.length; ) {
          const page = (await get(`responses?${filter}&limit=3${cursor}`)).json
          expect(page.data.length).toBeLessThanOrEqual(3)
          seen.push(...page.data.map((row: Row) => row.id))
          if (page.nextCursor === null) break
          cursor = `&cursor=${page.nextCursor}`
        }
        expect(seen.slice(0, expected.length)).toEqual(expected)
        if (filter) expect(seen).toHaveLength(expected.length)
      }
    })

    it('of a survey of another journey is empty, of an unknown journey not found', async () => {
      const other = await makeJourney(ctx)
      expect((await get(`responses?journey=${other.key}&survey=${shop.surveyId}`)).json).toEqual({ data: [], nextCursor: null })
      expect((await get('responses?journey=nowhere')).status).toBe(404)
    })

    it.each(['survey=x', 'limit=0', 'limit=201', 'cursor=x', 'journey=%00', 'colour=red'])('is refused for %s', async (query) => {
      const refused = await get(`responses?${query}`)
      expect([refused.status, refused.json.errors[0].pointer]).toEqual([400, `/${query.split('=')[0]}`])
    })
  })

  it('an erased response is gone, and what it counted with it', async () => {
    const id = await answered(shop.surveyId, { data: { recommend: 0, happy: 1 } })
    expect((await ask('DELETE', `responses/${id}`, { key })).json.data).toEqual({ id })
    for (const method of ['GET', 'DELETE']) expect((await ask(method, `responses/${id}`, { key })).status).toBe(404)
    expect((await verifyTallies(ctx)).differences).toEqual([])
  })

  it('an id that is none is not found', async () => {
    for (const method of ['GET', 'DELETE']) expect((await ask(method, 'responses/x', { key })).status).toBe(404)
  })
})
