import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '#db/open'
import { type Context, inWorkspace } from '#lib/context'
import type { Problem } from '#lib/errors'
import { listComments } from '#lib/maps/comments/list'
import { readMap } from '#lib/maps/read-map'
import { readPlan } from '#lib/maps/read-plan'
import { readTrend } from '#lib/maps/change/read-trend'
import { indexDifference } from '#lib/stats/compare/difference'
import { onEachEngine } from '../../../harness/engines'
import { contextOf, countAnswers, makeJourney } from '../factory'

onEachEngine((_, open) => {
  let database: Database
  let ctx: Context

  const nps = (at: string, scores: Record<number, number>, more: object = {}) =>
    Object.entries(scores).map(([score, times]) => ({ at, scores: { nps: Number(score) }, times, ...more }))

  beforeAll(async () => {
    database = await open()
    const shop = await makeJourney(database.db, { Buy: ['a'], Use: ['b'] })
    ctx = contextOf(database.db, shop.workspaceId)
    await countAnswers(database.db, shop, [
      ...nps('a', { 9: 54, 7: 28, 3: 18 }, { day: '2026-03-01', channel: 'web' }),
      ...nps('a', { 9: 20, 7: 28, 3: 52 }, { day: '2026-02-01', channel: 'web' }),
      ...nps('b', { 9: 30, 3: 30 }, { day: '2026-03-01', channel: 'app' }),
      ...nps('b', { 9: 3 }, { day: '2026-02-01', channel: 'app' }),
      { at: 'b', scores: { csat: 4 }, times: 40, day: '2026-01-05' },
    ])
  })

  const march = { journey: 'shop', from: '2026-03-01', to: '2026-03-10' }
  const february = 'period:2026-02-01..2026-02-28'
  const january = 'period:2026-01-01..2026-01-31'
  const refusal = (input: object) => readMap(ctx, { ...march, ...input }).then(() => null, (error: Problem) => error.errors[0] ?? error.code)

  test('a period is held against another, with the difference of METRICS 3 and one q for all stages', async () => {
    const { compared, headline } = await readMap(ctx, { ...march, compare: february })
    const [buy, use] = compared[0]?.stages ?? []
    const expected = indexDifference({ n: 100, s: 36, q: 72 }, { n: 100, s: -32, q: 72 })
    expect(buy?.difference.nps).toMatchObject({ state: 'tested', value: expected?.value, low: expected?.low, p: expected?.p, q: expected?.p, isClear: true })
    expect(use?.difference.nps).toMatchObject({ state: 'hidden', value: null })
    expect(headline).toMatch(/^Buy rose \d+ ± \d+ points since Feb 2026, n = 100\./)
  })

  test('emotion is not compared where other instruments were asked; instruments on both sides are', async () => {
    const { compared } = await readMap(ctx, { ...march, compare: january })
    const use = compared[0]?.stages[1]?.difference
    expect([use?.emotion.state, use?.nps.state, use?.csat.state]).toEqual(['mix_changed', 'no_answers', 'no_answers'])
  })

  test('channels are held against each other, several at once', async () => {
    const { compared, channel } = await readMap(ctx, { ...march, channel: 'web', compare: ['channel:app', january] })
    expect([channel, compared.map((one) => [one.compare, one.filter?.value, one.answers])]).toEqual(['web', [['channel:app', 'app', 60], [january, 'web', 0]]])
  })

  test('two variants are tested by Welch, not final before the planned n, and not at all when the split is off', async () => {
    const lab = await makeJourney(database.db, { Pay: ['x', 'y', 'z'] })
    const own = contextOf(database.db, lab.workspaceId)
    await inWorkspace(own, (tx) => tx.execute(sql`update structures set dimensions = '{channel,variant}' where workspace_id = ${lab.workspaceId}`))
    const arms = (at: string, a: number, b: number) => [...nps(at, { 9: a, 2: a }, { variant: 'a' }), ...nps(at, { 9: 2 * b - b / 2, 2: b / 2 }, { variant: 'b' })]
    await countAnswers(database.db, lab, [...arms('x', 400, 400), ...arms('y', 60, 60), ...arms('z', 300, 100)])
    const { compared } = await readMap(own, { journey: 'shop', variant: 'a', compare: 'variant:b' })
    const found = compared[0]?.stages[0]?.touchpoints.slice(1).map(({ difference }) => difference.nps)
    expect(found?.map((one) => [one.state, one.isFinal, one.isClear])).toEqual([['tested', true, true], ['tested', false, false], ['blocked', true, false]])
    expect(found?.[0]?.value).toBeCloseTo(-50, 9)
  })

  test.each([
    [{ compare: 'period:2026-03-01..2026-03-10' }, 'same_as_base'],
    [{ compare: 'period:2026-02-01..2026-03-01' }, 'periods_overlap'],
    [{ compare: 'period:2026-02-28..2026-02-01' }, 'invalid_date'],
    [{ compare: 'period:yesterday' }, 'invalid_compare'],
    [{ compare: 'mood:good' }, 'invalid_compare'],
    [{ compare: 'channel:web' }, 'groups_overlap'],
    [{ compare: 'channel:web', channel: 'web' }, 'same_as_base'],
    [{ compare: 'segment:plan:pro', channel: 'web' }, 'unknown_segment'],
  ])('%j is refused as %s, with a sentence', async (input, code) => {
    expect(await refusal(input)).toMatchObject({ pointer: '/compare', code, message: expect.stringMatching(/^[A-Z].*\.$/) })
  })

  test('a filter that leaves a few answers over is refused to everybody, also as what is compared with', async () => {
    const unmasks = { code: 'filter_unmasks', message: expect.stringMatching(/^This filter .*\.$/) }
    const days = { from: '2026-02-01', to: '2026-02-28', channel: 'web' }
    expect(await refusal(days)).toMatchObject({ ...unmasks, pointer: '/channel' })
    expect(await refusal({ channel: 'web', compare: february })).toMatchObject({ ...unmasks, pointer: '/compare' })
    // Nothing is asked of February here, so its headline is left out and the map is shown.
    expect((await readMap(ctx, { journey: 'shop', from: '2026-03-01', to: '2026-03-28', channel: 'web' })).stages[0]?.headline).toBe('Nothing to compare with yet.')
    for (const read of [readTrend, readPlan, listComments]) {
      const refused = await read(ctx, { journey: 'shop', ...days }).then(() => null, (error: Problem) => error.errors[0])
      expect(refused).toMatchObject({ ...unmasks, pointer: '/channel' })
    }
  })

  test('an undeclared segment and two filters at once are refused', async () => {
    expect(await refusal({ segment: 'plan:pro' })).toMatchObject({ pointer: '/segment', code: 'unknown_segment' })
    expect(await refusal({ segment: 'plan:pro', channel: 'web' })).toBe('filter_too_wide')
  })
})
