import { beforeAll, expect, test } from 'vitest'
import type { Db } from '#db/open'
import { readStagePanel } from '#lib/maps/read-panel'
import { readTrend } from '#lib/maps/change/read-trend'
import { onEachEngine } from '../../harness/engines'
import { expectClose } from '../stats/close'
import { contextOf, countAnswers, makeJourney, npsAt, type Place } from './factory'

onEachEngine((_, open) => {
  let db: Db
  let shop: Place
  beforeAll(async () => {
    db = (await open()).db
    shop = await makeJourney(db, { Buy: ['pay', 'basket'], Use: [] })
    await countAnswers(db, shop, [
      ...npsAt('pay', { 10: 10, 0: 30 }, { day: '2026-03-02' }),
      ...npsAt('pay', { 10: 20 }, { day: '2026-02-27' }),
      { at: 'basket', scores: { csat: 5, sentiment: -100 }, times: 10, day: '2026-03-03' },
      ...npsAt('use.overall', { 8: 7 }, { day: '2026-03-09', channel: 'app' }),
    ])
  })
  const ctx = () => contextOf(db, shop.workspaceId)

  test('a trend has a point for each step, also where nobody answered, and says which steps are whole', async () => {
    const trend = await readTrend(ctx(), { journey: 'shop', metric: 'nps', every: 'month', from: '2026-01-15', to: '2026-03-10' })
    expect(trend.series.map((s) => [s.key, s.position])).toEqual([['buy', 1], ['use', 2]])
    expect(trend.series[0]?.points.map((p) => [p.from, p.to, p.value, p.n, p.complete])).toEqual([
      ['2026-01-15', '2026-01-31', null, 0, false], ['2026-02-01', '2026-02-28', 100, 20, true], ['2026-03-01', '2026-03-10', -50, 40, false],
    ])
  })

  test('a trend by touchpoint and week stays within its stage', async () => {
    const trend = await readTrend(ctx(), { journey: 'shop', metric: 'csat', every: 'week', by: 'touchpoint', stage: 'buy', from: '2026-02-23', to: '2026-03-08' })
    expect(trend.series.map((s) => [s.key, s.position, s.points.map((p) => p.n)])).toEqual([
      ['buy.overall', 1, [0, 0]], ['pay', 2, [0, 0]], ['basket', 3, [0, 10]],
    ])
    await expect(readTrend(ctx(), { journey: 'shop', stage: 'sell' })).rejects.toMatchObject({ errors: [{ pointer: '/stage', code: 'unknown_stage' }] })
    await expect(readTrend(ctx(), { journey: 'shop', every: 'day', from: '2020-01-01' })).rejects.toMatchObject({ errors: [{ pointer: '/every' }] })
  })

  test('a stage panel spreads its answers and ranks its touchpoints from the worst', async () => {
    const panel = await readStagePanel(ctx(), { journey: 'shop', stage: 'buy' })
    expect(panel.distributions.map((d) => d.instrument)).toEqual(['nps', 'csat', 'sentiment'])
    expect(panel.distributions[0]?.buckets).toEqual({ negative: 30, neutral: 0, positive: 30 })
    expect(panel.distributions[0]?.steps.map((s) => s.n)).toEqual([30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 30])
    expect(panel.touchpoints.map((t) => [t.key, t.emotion.value])).toEqual([['pay', 0], ['basket', 0], ['buy.overall', null]])
  })

  test('a panel looks back at the days before, and finds two camps', async () => {
    const panel = await readStagePanel(ctx(), { journey: 'shop', stage: 'buy', from: '2026-03-01', to: '2026-03-10' })
    expect(panel.before).toMatchObject({ from: '2026-02-19', to: '2026-02-28', numbers: { nps: { value: 100, n: 20 } }, difference: { nps: { state: 'tested', isClear: true }, emotion: { state: 'mix_changed' } } })
    expect(panel.distributions[0]).toMatchObject({ instrument: 'nps', before: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], isPolarised: false })
    expect(panel.distributions[1]).toMatchObject({ instrument: 'csat', before: null })
    const whole = await readStagePanel(ctx(), { journey: 'shop', stage: 'buy', compare: 'period:2025-01-01..2025-01-31' })
    expect([whole.before?.from, whole.before?.numbers.nps.n, whole.distributions[0]?.isPolarised]).toEqual(['2025-01-01', 0, true])
  })

  test('a panel of one touchpoint and one instrument is about these alone', async () => {
    const panel = await readStagePanel(ctx(), { journey: 'shop', stage: 'buy', touchpoint: 'basket', instrument: 'csat' })
    expect([panel.touchpoint?.key, panel.numbers.nps.n, panel.numbers.csat.n]).toEqual(['basket', 0, 10])
    expectClose(panel.numbers.emotion.value, 100)
    await expect(readStagePanel(ctx(), { journey: 'shop', stage: 'use', touchpoint: 'basket' })).rejects.toMatchObject({
      errors: [{ pointer: '/touchpoint', code: 'unknown_touchpoint' }],
    })
  })

  test('another workspace sees neither trend nor panel', async () => {
    const foreign = contextOf(db, shop.journeyId)
    await expect(readTrend(foreign, { journey: 'shop' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(readStagePanel(foreign, { journey: 'shop', stage: 'buy' })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a panel of too few answers spreads nothing', async () => {
    const few = await makeJourney(db, { Buy: [] })
    await countAnswers(db, few, npsAt('buy.overall', { 0: 4 }))
    const panel = await readStagePanel(contextOf(db, few.workspaceId), { journey: 'shop', stage: 'buy' })
    expect(panel.distributions).toMatchObject([{ score: { n: null, suppressed: true }, buckets: { negative: null, neutral: null, positive: null } }])
    expect(panel.distributions[0]?.steps.every((s) => s.n === null)).toBe(true)
  })
})
