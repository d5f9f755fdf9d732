import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { rows } from '#db/rows'
import { collector } from '#lib/collect/take/collector'
import { eraseResponse } from '#lib/collect/erase'
import { Submission } from '#lib/collect/input'
import { type Actor, type Context, inWorkspace } from '#lib/context'
import { listComments } from '#lib/maps/comments/list'
import { pinQuote, unpinQuote } from '#lib/maps/quotes/pin'
import { readMapWithQuotes, readQuotes } from '#lib/maps/quotes/read'
import { can } from '#lib/permission'
import { as, clock, makeJourney, makeWorkspace, VIEWER } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

const EDITOR: Actor = { kind: 'user', userId: randomUUID(), role: 'editor' }

onEachEngine((_, open) => {
  let ctx: Context
  let journey: Awaited<ReturnType<typeof makeJourney>>
  const time = clock()
  const say = (recommend: number, why: string, more: object = {}) => {
    time.forward(1_000)
    const body = Submission.parse({ submissionId: randomUUID(), surveyId: journey.surveyId, data: { recommend, why }, ...more })
    return collector(ctx.db).submit(ctx, body, { source: 'survey', occurredAt: 'any' })
  }
  const quotes = (actor: Actor = EDITOR, more: object = {}) => readQuotes(as(ctx, actor), { journey: journey.key, ...more })
  const texts = async (...asked: Parameters<typeof quotes>) => (await quotes(...asked)).map((stage) => stage.quotes.map(({ text }) => text))
  const idOf = async (search: string) => (await listComments(ctx, { journey: journey.key, search })).comments[0]?.id ?? ''
  const pin = (id: string, actor: Actor = EDITOR) => pinQuote(as(ctx, actor), { journey: journey.key, quote: id })

  beforeAll(async () => {
    ctx = await makeWorkspace(await open(), { kind: 'system' }, time.now)
    journey = await makeJourney(ctx)
    for (const [score, why] of [
      [2, 'It took most of a day'], [3, 'Write to jo@example.org'], [3, 'Nobody could say why'], [4, 'Too many steps in it'], [1, 'Never again, for no money in the world'],
      [9, 'Paid in a minute'], [9, 'Simply worked for us'], [10, 'x'.repeat(400)], [10, 'Great'], [8, 'Fine, no more than that'],
    ] as const) await say(score, why)
    for (let i = 0; i < 7; i++) await say(9, `Use ${i}`, { touchpoint: 'open' })
  })

  test('each stage shows one happy and one unhappy comment that are typical and fit, and none where too few answered', async () => {
    const [buy, use] = await quotes()
    expect(buy?.quotes.map(({ text, mood, pinned }) => [text, mood, pinned])).toEqual([['Simply worked for us', 'positive', false], ['Nobody could say why', 'negative', false]])
    expect(buy?.quotes[1]).toMatchObject({ score: { instrument: 'nps', value: 3 }, touchpoint: { key: 'pay' }, stage: 'buy' })
    expect(use).toEqual({ stage: 'use', hidden: 'too_few_answers', quotes: [] })
  })

  test('a period without answers has no quotes, and hides none', async () => {
    expect(await quotes(EDITOR, { from: '2025-01-01', to: '2025-01-31' })).toEqual(['buy', 'use'].map((stage) => ({ stage, hidden: null, quotes: [] })))
  })

  test('what is pinned stands there instead, masked for viewers, until it is unpinned', async () => {
    const id = await idOf('jo@example')
    expect(await pin(id)).toEqual({ quote: id, pinned: true })
    await pin(id)
    expect([await texts(), await texts(VIEWER)]).toEqual([[['Write to jo@example.org'], []], [['Write to [e-mail]'], []]])
    expect((await listComments(ctx, { journey: journey.key })).comments.filter(({ pinned }) => pinned).map((c) => c.id)).toEqual([id])
    await unpinQuote(as(ctx, EDITOR), { journey: journey.key, quote: id })
    expect((await texts())[0]).toEqual(['Simply worked for us', 'Nobody could say why'])
  })

  test('a fifth pin at one stage is refused, and so are viewers and what is no comment', async () => {
    const ids = await Promise.all(['most of a day', 'Nobody could', 'Too many', 'Paid in', 'Great'].map(idOf))
    for (const id of ids.slice(0, 4)) await pin(id)
    await expect(pin(ids[4] ?? '')).rejects.toMatchObject({ errors: [{ pointer: '/quote', code: 'too_many_pinned' }] })
    await pin(ids[3] ?? '')
    await expect(pin(ids[0] ?? '', VIEWER)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(pin(`${journey.surveyId}.why`)).rejects.toMatchObject({ code: 'not_found' })
    await expect(pin('nonsense')).rejects.toMatchObject({ issues: [{ path: ['quote'] }] })
    for (const id of ids) await unpinQuote(ctx, { journey: journey.key, quote: id })
  })

  test('erasing a response takes its pin along', async () => {
    await say(1, 'Please forget me soon')
    const id = await idOf('forget me')
    await pin(id)
    await eraseResponse(ctx, { id: id.split('.')[0] })
    expect(await inWorkspace(ctx, (tx) => rows(tx, sql`select 1 from pinned_quotes where workspace_id = ${ctx.workspaceId}`))).toEqual([])
  })

  test('beside its map they are the same, for whoever may read them', async () => {
    const beside = async (actor: Actor, more: object = {}) => (await readMapWithQuotes(as(ctx, actor), { journey: journey.key, ...more })).quotes
    const own = await quotes()
    expect(own.some((stage) => stage.quotes.length > 0)).toBe(true)
    expect([await beside(EDITOR), await beside(VIEWER)]).toEqual([own, can(VIEWER, 'response.read') ? await quotes(VIEWER) : null])
  })

  test('a share link reads them masked where it may, and another workspace none', async () => {
    const share = (comments: boolean): Actor => ({ kind: 'share', journeyId: journey.journeyId, comments })
    expect((await texts(share(true)))[0]).toHaveLength(2)
    await expect(quotes(share(false))).rejects.toMatchObject({ code: 'forbidden' })
    const other = await makeWorkspace({ db: ctx.db } as Parameters<typeof makeWorkspace>[0], EDITOR)
    await expect(readQuotes(other, { journey: journey.key })).rejects.toMatchObject({ code: 'not_found' })
    await expect(pinQuote(other, { journey: journey.key, quote: `${randomUUID()}.why` })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('comments are found by mood and by the way they came, beside a search', async () => {
    await say(9, 'By phone this time', { channel: 'phone' })
    const found = async (asked: object) => (await listComments(ctx, { journey: journey.key, ...asked })).comments.map((c) => c.score?.value)
    expect(new Set(await found({ mood: 'negative' }))).toEqual(new Set([1, 2, 3, 4]))
    expect(await found({ mood: 'neutral' })).toEqual([8])
    expect(await found({ mood: 'positive', via: 'phone' })).toEqual([9])
    expect(await found({ mood: 'negative', via: 'phone' })).toEqual([])
    expect(await found({ mood: 'negative', search: 'steps' })).toEqual([4])
  })
})
