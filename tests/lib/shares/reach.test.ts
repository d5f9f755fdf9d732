import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest'
import { OPERATIONS } from '../../../app/api/openapi.json/operations'
import { GET as calendar } from '../../../app/calendar/[token]/route'
import type { Database } from '#db/open'
import type { Context } from '#lib/context'
import { readMap } from '#lib/maps/read-map'
import { readStagePanel } from '#lib/maps/read-panel'
import { readTrend } from '#lib/maps/change/read-trend'
import { listComments } from '#lib/maps/comments/list'
import { readSharedComments } from '#lib/shares/comments'
import { readSharedQuotes } from '#lib/shares/quotes'
import { readShown } from '#lib/shares/shown/read'
import { post, submission } from '../../factory/client'
import { useDatabase } from '../../factory/http'
import { isManagement, perform } from '../../factory/operations'
import { openLink } from '../../factory/shares'
import { type Filled, fillWorkspace, fingerprint } from '../../factory/tenant'
import { clock, makeJourney, makeWorkspace } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

const folder = vi.hoisted(() => (process.env.DATA_DIR = `/tmp/wayfelt-shares-${process.pid}`))

const operations = OPERATIONS.filter(isManagement).map((operation) => [`${operation.method} ${operation.path}`, operation] as const)

onEachEngine((_, open) => {
  let database: Database
  let ctx: Context
  let filled: Filled
  const time = clock()
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const linkTo = (journey: string, more: object = {}) => openLink(ctx, journey, more)

  beforeAll(async () => {
    database = await open()
    useDatabase(database)
    ctx = await makeWorkspace(database, { kind: 'system' }, time.now)
    filled = await fillWorkspace(ctx)
  })

  describe('the token of a share link', () => {
    it.each(operations)('is no key: %s', async (_, operation) => {
      const { token } = await linkTo(filled.journey, { comments: true })
      const before = await fingerprint(database.db, ctx.workspaceId)
      for (const key of [token, `wf_live_${token}`, `wf_live_${token.slice(0, 54)}`]) {
        const { status, json } = await perform(operation, filled, { key })
        expect([status, json.code, json.data]).toEqual([401, 'unauthorized', undefined])
      }
      expect(await fingerprint(database.db, ctx.workspaceId)).toEqual(before)
    })

    it('is no calendar either', async () => {
      const { token } = await linkTo(filled.journey)
      const reply = await calendar(new Request('http://127.0.0.1/'), { params: Promise.resolve({ token: `${token}.ics` }) })
      expect(reply.status).toBe(404)
    })
  })

  test('whoever has a link reads its journey and no other, and no single response', async () => {
    const other = (await makeJourney(ctx)).key
    const { reader } = await linkTo(filled.journey)
    expect((await readMap(reader, { journey: filled.journey })).journey.key).toBe(filled.journey)
    await expect(readMap(reader, { journey: other })).rejects.toMatchObject({ code: 'not_found' })
    await expect(readTrend(reader, { journey: other, metric: 'nps', every: 'month' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(readStagePanel(reader, { journey: filled.journey, stage: 'buy' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listComments(reader, { journey: filled.journey })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('comments are shown where the link allows them, from eight answers on, masked, and as of when the numbers are', async () => {
    const { key: journey, surveyId } = await makeJourney(ctx)
    const answer = (why: string) => post(ctx, submission(surveyId, { data: { recommend: 2, why } }))
    for (let i = 0; i < 7; i++) await answer(`Mail me at mara${i}@example.com`)
    const [open, closed] = [await linkTo(journey, { comments: true }), await linkTo(journey)]
    const read = async ({ reader, share }: typeof open) => {
      const shown = await readShown(reader, share)
      return shown && readSharedComments(reader, share, shown, 'buy', false)
    }
    expect(await read(open)).toEqual({ comments: [], hidden: true, hasMore: false })
    expect(await read(closed)).toBeNull()
    for (let i = 0; i < 5; i++) await answer('Too slow')
    time.forward(10_000)
    const shown = await read(open)
    expect(shown?.comments).toHaveLength(12)
    expect(JSON.stringify(shown)).not.toContain('example.com')
    expect(Object.keys(shown?.comments[0] ?? {})).toEqual(['text', 'touchpoint'])
    time.forward(10_000)
    await answer('One more')
    time.forward(10_000)
    expect(await read(open)).toEqual(shown)
  })

  test('what people say stands on the map where the link allows comments: words alone, of what is shown', async () => {
    const { key: journey, surveyId } = await makeJourney(ctx)
    for (let i = 0; i < 9; i++) await post(ctx, submission(surveyId, { data: { recommend: i, why: `The wait at the till is long, mail mara${i}@example.com` } }))
    const [open, closed] = [await linkTo(journey, { comments: true }), await linkTo(journey)]
    const read = async ({ reader, share }: typeof open) => {
      const shown = await readShown(reader, share)
      return shown && readSharedQuotes(reader, share, shown)
    }
    expect(await read(closed)).toBeNull()
    const quotes = await read(open)
    expect(quotes?.map(({ stage, hidden, quotes: here }) => [stage, hidden, here.length > 0])).toEqual([['buy', null, true], ['use', null, false]])
    expect(quotes?.[0]?.quotes[0]).toMatchObject({ score: null, channel: null, mood: null, occurredAt: '' })
    expect(JSON.stringify(quotes)).not.toContain('example.com')
    time.forward(1_000)
    await post(ctx, submission(surveyId, { data: { recommend: 0, why: 'A word that nobody has seen yet' } }))
    expect(JSON.stringify(await read(open))).not.toContain('nobody has seen')
  })
})
