import { expect, test } from 'vitest'
import { readPlan } from '#lib/maps/read-plan'
import { answersForDifference, answersForMargin, varianceOf } from '#lib/stats/plan'
import { onEachEngine } from '../../harness/engines'
import { contextOf, countAnswers, makeJourney } from './factory'

onEachEngine((_, open) => {
  test('each stage says how many answers it still needs, a hidden one only what anybody would', async () => {
    const { db } = await open()
    const shop = await makeJourney(db, { Buy: ['a'], Use: ['b'], Leave: ['c'] })
    const ctx = contextOf(db, shop.workspaceId)
    const nps = (at: string, score: number, times: number) => ({ at, scores: { nps: score }, times, day: '2026-03-01' })
    await countAnswers(db, shop, [nps('a', 9, 54), nps('a', 7, 28), nps('a', 3, 18), nps('b', 9, 3)])
    const { stages } = await readPlan(ctx, { journey: 'shop', metric: 'nps', from: '2026-03-01', to: '2026-03-31' })
    const variance = varianceOf({ n: 100, s: 36, q: 72 }) ?? 0
    const [margin, change] = [answersForMargin(variance, 10), answersForDifference(variance, 15)]
    expect([margin, change]).toEqual([225, 410])
    // Ten days of March are over: ten answers a day.
    expect(stages[0]).toMatchObject({ n: 100, basis: 'measured', margin: { needed: 225, still: 125, days: 13 }, change: { needed: 410, still: 310, days: 31 } })
    expect(stages[1]).toMatchObject({ n: null, basis: 'assumed', margin: { still: null, days: null } })
    expect(stages[2]).toMatchObject({ n: 0, basis: 'assumed', margin: { still: stages[1]?.margin.needed, days: null } })
  })

  test('a margin of a share is in percentage points', async () => {
    const { db } = await open()
    const shop = await makeJourney(db, { Buy: ['a'] })
    await countAnswers(db, shop, [{ at: 'a', scores: { csat: 5 }, times: 50 }, { at: 'a', scores: { csat: 1 }, times: 50 }])
    const { stages } = await readPlan(contextOf(db, shop.workspaceId), { journey: 'shop', metric: 'csat' })
    expect(stages[0]?.margin.needed).toBe(answersForMargin(varianceOf({ n: 100, s: 0, q: 100 }) ?? 0, 20))
  })
})
