import { beforeAll, expect, test } from 'vitest'
import { collector } from '#lib/collect/take/collector'
import { Submission } from '#lib/collect/input'
import { surveyResults } from '#lib/collect/results/read'
import { countWaiting } from '#lib/collect/results/waiting'
import type { Database } from '#db/open'
import type { Context } from '#lib/context'
import type { Question } from '#lib/surveys/definition'
import { post, submission } from '../../../factory/client'
import { refusal } from '../../../factory/refusal'
import { as, clock, makeJourney, makeWorkspace, PUBLIC_ACTOR, QUESTIONS, VIEWER } from '../../../factory/world'
import { onEachEngine } from '../../../harness/engines'

const WHY: Question = {
  id: 'reasons', instrument: 'choices', text: 'What for?', required: false,
  options: [{ id: 'price', label: 'The price' }, { id: 'speed', label: 'The speed' }, { id: 'help', label: 'The help' }],
}
const MORE: Question[] = [
  WHY,
  { id: 'felt-like', instrument: 'emotions', text: 'What did you feel?', required: false },
  { id: 'mail', instrument: 'consent', text: 'May we write to you?', required: false },
]

onEachEngine((_, open) => {
  let database: Database
  let ctx: Context
  const time = clock()
  beforeAll(async () => {
    database = await open()
    ctx = await makeWorkspace(database, { kind: 'system' }, time.now)
  })

  const survey = async () => (await makeJourney(ctx, [...QUESTIONS, ...MORE])).surveyId
  const give = async (surveyId: string, data: Record<string, unknown>, more: Record<string, unknown> = {}) =>
    expect((await post(ctx, submission(surveyId, { data, ...more }))).json.code).toBeUndefined()
  const of = async (id: string, question: string, days = 30) => (await surveyResults(ctx, { id, days })).questions.find((each) => each.id === question)

  test('scores are counted by step and become the number that the map would show, with its interval', async () => {
    const id = await survey()
    for (const recommend of [10, 9, 9, 8, 3, 0]) await give(id, { recommend })
    const shown = await of(id, 'recommend')
    expect(shown?.score).toMatchObject({ metric: 'nps', n: 6, lowN: true, suppressed: false })
    expect(shown?.score?.value).toBeCloseTo((100 * (3 - 2)) / 6, 10)
    expect(shown?.steps.map(({ n }) => n)).toEqual([1, 0, 0, 1, 0, 0, 0, 0, 1, 2, 1])
    expect(await surveyResults(ctx, { id })).toMatchObject({ counted: 6, held: 0, version: 1, from: '2026-08-23', to: '2026-11-20', newestOnly: false })
  })

  test('fewer than five answers show no distribution, neither of the survey nor of one question', async () => {
    const id = await survey()
    for (let i = 0; i < 4; i++) await give(id, { recommend: 2, happy: 1 })
    expect((await surveyResults(ctx, { id })).counted).toBeNull()
    await give(id, { recommend: 2 })
    expect(await of(id, 'recommend')).toMatchObject({ n: 5, suppressed: false, score: { value: -100 } })
    expect(await of(id, 'happy')).toMatchObject({ n: null, suppressed: true, steps: [], score: { value: null, n: null, suppressed: true } })
    expect(await of(id, 'easy')).toMatchObject({ n: 0, suppressed: false, score: { value: null, n: 0 } })
  })

  test('of what may be chosen together each share is of the people who answered', async () => {
    const id = await survey()
    for (const reasons of [['price'], ['price', 'speed'], ['speed', 'price'], ['speed'], ['price']]) await give(id, { recommend: 5, reasons })
    await give(id, { recommend: 5 })
    const shown = await of(id, 'reasons')
    expect(shown).toMatchObject({ n: 5, score: null, steps: [] })
    expect(shown?.chosen.map(({ label, n, value }) => [label, n, value])).toEqual([['The price', 4, 80], ['The speed', 3, 60], ['The help', 0, 0]])
    // Wilson, 4 of 5.
    expect(shown?.chosen[0]?.low).toBeCloseTo(37.5535, 3)
    expect(shown?.chosen[0]?.high).toBeCloseTo(96.3776, 3)
  })

  test('emotion words and consents are counted, texts only numbered', async () => {
    const id = await survey()
    for (let i = 0; i < 5; i++) await give(id, { recommend: 5, 'felt-like': ['joy'], mail: i < 2, why: `Because ${i}` })
    expect((await of(id, 'felt-like'))?.chosen.find((each) => each.id === 'joy')).toMatchObject({ n: 5, value: 100 })
    expect((await of(id, 'mail'))?.chosen.map(({ id: said, n }) => [said, n])).toEqual([['yes', 2], ['no', 3]])
    expect(await of(id, 'why')).toMatchObject({ n: 5, score: null, steps: [], chosen: [] })
  })

  test('five faces are five steps; a value between them shows the classes of the whole scale', async () => {
    const id = await survey()
    for (const felt of [-1, -0.5, 0.5, 1, 1]) await give(id, { recommend: 5, felt })
    expect((await of(id, 'felt'))?.steps.map(({ label, n }) => [label, n])).toEqual([['−100', 1], ['−50', 1], ['0', 0], ['+50', 1], ['+100', 2]])
    await give(id, { recommend: 5, felt: 0.29 })
    expect((await of(id, 'felt'))?.steps.map(({ n }) => n)).toEqual([1, 0, 0, 1, 0, 0, 1, 1, 0, 0, 2])
  })

  test('held answers are left out and counted apart', async () => {
    const id = await survey()
    for (let i = 0; i < 5; i++) await give(id, { recommend: 10 })
    for (let i = 0; i < 2; i++) await give(id, { recommend: 0 }, { proof: { trap: 'http://cheap.example' } })
    expect(await surveyResults(ctx, { id })).toMatchObject({ counted: 5, held: 2 })
    expect(await of(id, 'recommend')).toMatchObject({ n: 5, score: { value: 100 } })
    const none = await survey()
    expect([...(await countWaiting(as(ctx, VIEWER), { surveys: [id, none] }))]).toEqual([[id, { n: 2, isMore: false }]])
    expect((await countWaiting(await makeWorkspace(database), { surveys: [id] })).size).toBe(0)
  })

  test('only answers of the days asked for are read, by the day on which they were given', async () => {
    const id = await survey()
    const giveOn = (daysAgo: number) =>
      collector(database.db).submit(
        ctx,
        Submission.parse(submission(id, { occurredAt: new Date(time.now().getTime() - daysAgo * 86_400_000).toISOString() })),
        { source: 'survey', occurredAt: 'any' },
      )
    for (const daysAgo of [0, 1, 2, 6, 6, 7]) await giveOn(daysAgo)
    expect((await of(id, 'recommend', 7))?.n).toBe(5)
    expect((await of(id, 'recommend', 8))?.n).toBe(6)
  })

  test('another workspace finds no such survey; a viewer reads, the public does not', async () => {
    const id = await survey()
    const other = await makeWorkspace(database, { kind: 'system' }, time.now)
    expect((await refusal(surveyResults(other, { id }))).code).toBe('not_found')
    expect((await surveyResults(as(ctx, VIEWER), { id })).counted).toBe(0)
    expect((await refusal(surveyResults(as(ctx, PUBLIC_ACTOR), { id }))).code).toBe('forbidden')
  })
})
