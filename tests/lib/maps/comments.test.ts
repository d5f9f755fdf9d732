import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { collector } from '#lib/collect/take/collector'
import { declareDimension } from '#lib/collect/dimensions/declare'
import { type Origin, Submission } from '#lib/collect/input'
import { type Context, inWorkspace } from '#lib/context'
import { listComments } from '#lib/maps/comments/list'
import { refusal } from '../../factory/refusal'
import { as, clock, makeJourney, makeWorkspace, VIEWER } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

const EDITOR = { kind: 'user', userId: randomUUID(), role: 'editor' } as const

onEachEngine((_, open) => {
  let ctx: Context
  let journey: Awaited<ReturnType<typeof makeJourney>>
  const time = clock()

  const answer = (data: Record<string, number | string>, more: object = {}, source: Origin['source'] = 'survey') => {
    time.forward(1_000)
    const body = Submission.parse({ submissionId: randomUUID(), surveyId: journey.surveyId, data, ...more })
    return collector(ctx.db).submit(ctx, body, { source, occurredAt: 'any' })
  }
  const list = (input: object, actor: Context['actor'] = EDITOR) => listComments(as(ctx, actor), { journey: journey.key, ...input })

  beforeAll(async () => {
    ctx = await makeWorkspace(await open(), { kind: 'system' }, time.now)
    journey = await makeJourney(ctx)
    for (let i = 0; i < 12; i++) await answer({ recommend: i % 11, why: `pay ${i}` }, { channel: i % 2 === 0 ? 'web' : 'phone' })
    for (let i = 0; i < 3; i++) await answer({ recommend: 9, felt: -0.5, why: `open ${i}` }, { touchpoint: 'open' })
    await answer({ recommend: 3, why: 'Write to jo@example.org, 100 % wrong_total' })
    await answer({ recommend: 1, why: 'long ago' }, { occurredAt: '2024-05-05T10:00:00Z' })
    await answer({ recommend: 1, why: 'a colleague says' }, {}, 'staff')
  })

  test('comments come newest first, with score, place and channel, a page at a time', async () => {
    const texts: string[] = []
    let cursor: string | null = null
    do {
      const page = await list({ touchpoint: 'pay', limit: '5', ...(cursor ? { cursor } : {}) })
      texts.push(...page.comments.map((c) => c.text))
      cursor = page.nextCursor
    } while (cursor)
    expect(texts).toEqual(['Write to jo@example.org, 100 % wrong_total', ...Array.from({ length: 12 }, (_, i) => `pay ${11 - i}`)])
    const { comments } = await list({ search: 'pay 3' })
    expect(comments).toMatchObject([{ score: { instrument: 'nps', value: 3 }, touchpoint: { key: 'pay' }, stage: 'buy', channel: 'phone' }])
  })

  test('a search takes every sign as it stands and no case', async () => {
    const found = async (search: string) => (await list({ search })).comments.length
    expect(await Promise.all(['WRONG_TOTAL', '100 %', '0%0', 'wrong-total', 'p_y'].map(found))).toEqual([1, 1, 0, 0, 0])
  })

  test('a place with fewer than eight answers shows none, and says so', async () => {
    expect(await list({ stage: 'use' })).toEqual({ comments: [], nextCursor: null, hidden: 'too_few_answers' })
    expect(await list({ touchpoint: 'basket' })).toEqual({ comments: [], nextCursor: null, hidden: null })
    expect(await list({ stage: 'buy', channel: 'phone' })).toMatchObject({ comments: [], hidden: 'too_few_answers' })
    expect((await list({})).comments.map((c) => c.touchpoint.key)).toEqual(new Array(13).fill('pay'))
  })

  test('a filter that no answer ever had is named, and one without an answer in the period is not refused', async () => {
    const faultOf = (filter: object) => refusal(list(filter)).then(({ errors: [first] }) => [first?.pointer, first?.code])
    expect(await faultOf({ channel: 'zzz' })).toEqual(['/channel', 'unknown_channel'])
    expect(await faultOf({ variant: 'zzz' })).toEqual(['/variant', 'unknown_variant'])
    expect(await faultOf({ segment: 'persona:zzz' })).toEqual(['/segment', 'unknown_persona'])
    expect(await list({ channel: 'web', from: '2020-01-01', to: '2020-02-01' })).toEqual({ comments: [], nextCursor: null, hidden: null })
  })

  test('a declared attribute and a variant filter comments by the words that they are counted by', async () => {
    const own = await makeJourney(ctx)
    const say = (why: string, more: object) => collector(ctx.db).submit(ctx, Submission.parse({ submissionId: randomUUID(), surveyId: own.surveyId, data: { recommend: 5, why }, ...more }), { source: 'survey', occurredAt: 'any' })
    await declareDimension(ctx, { journey: own.key, name: 'seats' })
    for (let i = 0; i < 16; i++) await say(`of ${i % 2}`, { attributes: { seats: i % 2 }, variant: i % 2 === 0 ? 'a' : 'b' })
    await inWorkspace(ctx, (tx) => tx.execute(sql`update dimensions set ready_at = ${ctx.now().toISOString()} where workspace_id = ${ctx.workspaceId}`))
    const texts = async (filter: object) => new Set((await listComments(as(ctx, EDITOR), { journey: own.key, ...filter })).comments.map((c) => c.text))
    expect((await refusal(texts({ segment: 'seats:7' }))).errors).toMatchObject([{ pointer: '/segment', code: 'unknown_value' }])
    expect([await texts({ segment: 'seats:1' }), await texts({ variant: 'a' })]).toEqual([new Set(['of 1']), new Set(['of 0'])])
  })

  test('comments of a place where only comments were asked for open from eight of them', async () => {
    const world = await makeJourney(ctx, [{ id: 'why', instrument: 'comment', text: 'Why?', required: false }])
    const write = (i: number) => {
      const body = Submission.parse({ submissionId: randomUUID(), surveyId: world.surveyId, data: { why: `word ${i}` } })
      return collector(ctx.db).submit(ctx, body)
    }
    for (let i = 0; i < 7; i++) await write(i)
    expect(await list({ journey: world.key })).toMatchObject({ comments: [], hidden: 'too_few_answers' })
    await write(7)
    expect(await list({ journey: world.key, search: 'word 3' })).toMatchObject({ comments: [{ text: 'word 3', score: null }], hidden: null })
  })

  test('period and source decide as they do on the map', async () => {
    const all = await list({ stage: 'buy', from: '2024-01-01', source: 'survey,staff', limit: 200 })
    expect(all.comments.map((c) => c.text)).toEqual(expect.arrayContaining(['long ago', 'a colleague says']))
    expect((await list({ stage: 'buy', limit: 200 })).comments).toHaveLength(13)
  })

  test('who may not write reads comments masked, and cannot search for what is masked', async () => {
    const [newest] = (await list({ stage: 'buy' }, VIEWER)).comments
    expect(newest?.text).toBe('Write to [e-mail], 100 % wrong_total')
    expect((await list({ search: 'jo@example.org' }, VIEWER)).comments).toEqual([])
    expect((await list({ search: 'jo@example.org' })).comments).toHaveLength(1)
  })

  test('a foreign or broken cursor, and a text that cannot be stored, are refused', async () => {
    await expect(list({ cursor: 'nonsense' })).rejects.toMatchObject({ issues: [{ path: ['cursor'] }] })
    await expect(list({ search: 'a\0b' })).rejects.toMatchObject({ issues: [{ path: ['search'] }] })
  })

  test('another workspace sees no comment', async () => {
    const other = await makeWorkspace({ db: ctx.db } as Parameters<typeof makeWorkspace>[0], EDITOR)
    await expect(listComments(other, { journey: journey.key })).rejects.toMatchObject({ code: 'not_found' })
  })
})
