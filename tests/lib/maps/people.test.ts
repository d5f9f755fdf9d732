import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { collector } from '#lib/collect/take/collector'
import { Submission } from '#lib/collect/input'
import { type Actor, type Context } from '#lib/context'
import { listPeople } from '#lib/maps/people/list'
import { as, clock, IDENTIFIED, makeJourney, makeWorkspace, VIEWER } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

const EDITOR: Actor = { kind: 'user', userId: randomUUID(), role: 'editor' }

onEachEngine((_, open) => {
  let ctx: Context
  let journey: Awaited<ReturnType<typeof makeJourney>>
  const time = clock()
  const answer = (into: { surveyId: string }, recommend: number, more: object = {}) => {
    time.forward(1_000)
    return collector(ctx.db).submit(ctx, Submission.parse({ submissionId: randomUUID(), surveyId: into.surveyId, data: { recommend }, ...more }), { source: 'survey', occurredAt: 'any' })
  }
  const list = (more: object = {}, actor: Actor = EDITOR, of = journey) => listPeople(as(ctx, actor), { journey: of.key, stage: 'buy', ...more })

  beforeAll(async () => {
    ctx = await makeWorkspace(await open(), { kind: 'system' }, time.now)
    journey = await makeJourney(ctx, undefined, undefined, IDENTIFIED)
    for (let i = 0; i < 9; i++) await answer(journey, i, { userId: `person-${i}`, channel: i % 2 === 0 ? 'web' : 'phone' })
    await answer(journey, 10)
    for (let i = 0; i < 3; i++) await answer(journey, 5, { userId: `few-${i}`, touchpoint: 'open' })
  })

  test('who answered comes newest first with score, channel and place, page by page, and nobody without a name', async () => {
    const first = await list({ limit: 5 })
    expect(first.people.map(({ person, score }) => [person, score?.value])).toEqual([8, 7, 6, 5, 4].map((i) => [`person-${i}`, i]))
    expect(first.people[0]).toMatchObject({ channel: 'web', touchpoint: { key: 'pay', name: 'pay' } })
    const second = await list({ limit: 5, cursor: first.nextCursor })
    expect([second.people.map(({ person }) => person), second.nextCursor]).toEqual([[3, 2, 1, 0].map((i) => `person-${i}`), null])
  })

  test('who is imported stands at the day of the answer, not at that of the import', async () => {
    const own = await makeJourney(ctx, undefined, undefined, IDENTIFIED)
    const days = ['03', '01', '05', '05', '02', '04', '02', '06', '04', '04'].map((day) => `2026-01-${day}T10:00:00Z`)
    for (const [i, occurredAt] of days.entries()) await answer(own, i, { userId: `p-${i}`, occurredAt })
    const found: (string | undefined)[] = []
    let cursor: string | null = null
    do {
      const page = await list({ limit: 3, from: '2026-01-02', to: '2026-01-05', ...(cursor ? { cursor } : {}) }, EDITOR, own)
      found.push(...page.people.map(({ person }) => person))
      cursor = page.nextCursor
    } while (cursor)
    expect(found).toEqual(['p-3', 'p-2', 'p-9', 'p-8', 'p-5', 'p-0', 'p-6', 'p-4'])
  })

  test('too few answers show no people, as they show no comments', async () => {
    expect(await list({ stage: 'use' })).toEqual({ people: [], nextCursor: null, why: 'too_few_answers' })
    expect(await list({ channel: 'phone' })).toMatchObject({ people: [], why: 'too_few_answers' })
  })

  test('where nobody is known it says why', async () => {
    const anonymous = await makeJourney(ctx)
    const nameless = await makeJourney(ctx, undefined, undefined, IDENTIFIED)
    for (let i = 0; i < 8; i++) {
      await answer(anonymous, i, { userId: `a-${i}` })
      await answer(nameless, i)
    }
    expect([(await list({}, EDITOR, anonymous)).why, (await list({}, EDITOR, nameless)).why]).toEqual(['anonymous', 'nobody_named'])
  })

  test('a viewer, a reading key and another workspace see nobody', async () => {
    await expect(list({}, VIEWER)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(list({}, { kind: 'share', journeyId: journey.journeyId, comments: true })).rejects.toMatchObject({ code: 'forbidden' })
    const other = await makeWorkspace({ db: ctx.db } as Parameters<typeof makeWorkspace>[0], EDITOR)
    await expect(listPeople(other, { journey: journey.key, stage: 'buy' })).rejects.toMatchObject({ code: 'not_found' })
  })
})
