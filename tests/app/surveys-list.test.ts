import { beforeAll, expect, test } from 'vitest'
import type { Database } from '#db/open'
import { collector } from '#lib/collect/take/collector'
import { countAnswers } from '#lib/collect/results/count'
import { Submission } from '#lib/collect/input'
import type { Context } from '#lib/context'
import { listSurveys } from '#lib/surveys/read'
import { createSurvey } from '#lib/surveys/write'
import { submission } from '../factory/client'
import { refusal } from '../factory/refusal'
import { as, clock, definition, makeJourney, makeWorkspace, PUBLIC_ACTOR, VIEWER } from '../factory/world'
import { onEachEngine } from '../harness/engines'

onEachEngine((_, open) => {
  let database: Database
  let ctx: Context
  let journey: Awaited<ReturnType<typeof makeJourney>>
  const time = clock()

  beforeAll(async () => {
    database = await open()
    ctx = await makeWorkspace(database, { kind: 'system' }, time.now)
    journey = await makeJourney(ctx)
    for (const [name, touchpoint] of [['50% off', 'basket'], ['After set-up', 'open'], ['Nowhere yet', null]] as const) {
      await createSurvey(ctx, { journey: journey.key, touchpoint, name, definition: definition() })
    }
  })

  const names = async (asked: object, by = ctx) => (await listSurveys(by, asked)).data.map(({ name }) => name).sort()

  const answer = (surveyId: string, daysAgo = 0, proof = {}) =>
    collector(database.db).submit(
      ctx,
      Submission.parse(submission(surveyId, { proof, occurredAt: new Date(time.now().getTime() - daysAgo * 86_400_000).toISOString() })),
      { source: 'survey', occurredAt: 'any' },
    )

  test('a survey is found by a part of its name, in any case, and signs stand for themselves', async () => {
    expect(await names({ search: 'SET' })).toEqual(['After set-up'])
    expect(await names({ search: '%' })).toEqual(['50% off'])
    expect(await names({ search: '_' })).toEqual([])
    expect(await names({ search: '' })).toHaveLength(4)
  })

  test('a stage shows the surveys of its touchpoints', async () => {
    expect(await names({ journey: journey.key, stage: 'buy' })).toEqual(['50% off', 'Survey'])
    expect(await names({ stage: 'use' })).toEqual(['After set-up'])
  })

  test('fewer than five answers are hidden, none and five are told', async () => {
    const of = async () => (await countAnswers(ctx, { surveys: [journey.surveyId], days: 30 })).get(journey.surveyId)
    expect(await of()).toEqual({ n: 0, isMore: false })
    for (let i = 0; i < 4; i++) await answer(journey.surveyId)
    expect(await of()).toEqual({ n: null, isMore: false })
    await answer(journey.surveyId, 0, { trap: 'x' })
    expect(await of()).toEqual({ n: null, isMore: false })
    await answer(journey.surveyId, 29)
    expect(await of()).toEqual({ n: 5, isMore: false })
    await answer(journey.surveyId, 30)
    expect(await of()).toEqual({ n: 5, isMore: false })
  })

  test('another workspace counts nothing and finds nothing', async () => {
    const other = await makeWorkspace(database)
    expect(await names({ search: 'set' }, other)).toEqual([])
    expect((await countAnswers(other, { surveys: [journey.surveyId], days: 30 })).get(journey.surveyId)?.n).toBe(0)
  })

  test('a viewer may count, the public may not', async () => {
    expect((await countAnswers(as(ctx, VIEWER), { surveys: [], days: 30 })).size).toBe(0)
    expect((await refusal(countAnswers(as(ctx, PUBLIC_ACTOR), { surveys: [], days: 30 }))).code).toBe('forbidden')
  })
})
