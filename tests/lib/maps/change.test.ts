import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '#db/open'
import { addAnnotation } from '#lib/annotations/write'
import { type Context, inWorkspace } from '#lib/context'
import { setBaseline } from '#lib/journeys/baseline'
import { drawTrend, readTrend } from '#lib/maps/change/read-trend'
import type { Trend, TrendSeries } from '#lib/maps/change/types'
import { addMonths } from '#lib/time'
import { onEachEngine } from '../../harness/engines'
import { expectClose } from '../stats/close'
import { contextOf, countAnswers, type Given, makeJourney, npsAt, type Place } from './factory'

const USUAL = { 9: 54, 8: 28, 3: 18 }
const WORSE = { 9: 20, 8: 28, 3: 52 }
const MONTHS = Array.from({ length: 12 }, (_, i) => addMonths('2025-03-01', i))

/** Answers of the twelve months before March 2026: usual ones, and others from the month `since` on. */
const year = (at: string, later: Record<number, number> = USUAL, since = 12): Given[] =>
  MONTHS.flatMap((month, i) => npsAt(at, i < since ? USUAL : later, { day: `${month.slice(0, 8)}12` }))

const ASKED = { journey: 'shop', metric: 'nps', from: '2025-03-01', to: '2026-03-10' }

onEachEngine((_, open) => {
  let db: Db
  let shop: Place
  beforeAll(async () => {
    db = (await open()).db
    shop = await makeJourney(db, { Buy: [], Use: [], Leave: [] })
    await countAnswers(db, shop, [...year('buy.overall'), ...year('use.overall', WORSE, 8), ...npsAt('leave.overall', { 9: 20 }, { day: '2026-02-01' })])
  })
  const ctx = () => contextOf(db, shop.workspaceId)
  const seriesOf = async (key: string, more: object = {}): Promise<TrendSeries> => {
    const found = (await readTrend(ctx(), { ...ASKED, ...more })).series.find((s) => s.key === key)
    if (!found) throw new Error(`no series ${key}`)
    return found
  }

  describe('a baseline', () => {
    test('is the first six months with answers, and says so', async () => {
      const { change } = await seriesOf('buy')
      expect(change.baseline).toEqual({ from: '2025-03-01', to: '2025-08-31', value: 36, n: 600, declared: false })
      expect(change.points.map(({ from }) => from)).toEqual(MONTHS.slice(6))
    })

    test('is missing with fewer months, and nothing is tested then', async () => {
      const { change, forecast } = await seriesOf('leave')
      expect(change).toEqual({ baseline: null, reason: 'too_few_periods', points: [], confirmed: null })
      expect(forecast).toEqual({ shown: false, reason: 'too_few_periods', points: [], backtest: null })
    })

    test('is what somebody declared, for every stage alike', async () => {
      const other = await makeJourney(db, { Buy: [], Leave: [] })
      await countAnswers(db, other, [...year('buy.overall', WORSE, 1), ...npsAt('leave.overall', { 9: 20 }, { day: '2026-02-01' })])
      const own = contextOf(db, other.workspaceId)
      await setBaseline(own, { journey: 'shop', from: '2025-04-15', to: '2025-11-30' })
      const [buy, leave] = (await readTrend(own, ASKED)).series
      expect(buy?.change.baseline).toEqual({ from: '2025-04-15', to: '2025-11-30', value: -32, n: 700, declared: true })
      expect(leave?.change).toMatchObject({ baseline: null, reason: 'too_few_periods' })
    })
  })

  describe('a change', () => {
    test('is watched where the slow average leaves its limit, and confirmed by the last three months', async () => {
      const { change } = await seriesOf('use')
      expect(change.points.map((p) => p.watch)).toEqual([false, false, true, true, true, true])
      expect(change.confirmed).toMatchObject({ isConfirmed: true, from: '2025-12-01', to: '2026-02-28' })
      // Shrunk means of 300 and 600 answers.
      expectClose(change.confirmed?.difference.value, 100 * (-96 / 303 - 216 / 603))
      expect(change.confirmed?.q).toBeLessThan(0.01)
    })

    test('measures z in standard errors of month and baseline', async () => {
      const { change } = await seriesOf('use')
      const [first, , third] = change.points
      expectClose(first?.z, 0)
      // (-.32 - .36)/(sqrt(.72 - .36^2) sqrt(1/100 + 1/600))
      expectClose(third?.z, -0.68 / (Math.sqrt(0.72 - 0.36 ** 2) * Math.sqrt(1 / 100 + 1 / 600)))
      expectClose(third?.ewma, 0.2 * (third?.z ?? 0))
    })

    test('is not claimed of a stage that stayed', async () => {
      const { change } = await seriesOf('buy')
      expect(change.points.every((p) => p.z === 0 && !p.watch)).toBe(true)
      expect(change.confirmed?.isConfirmed).toBe(false)
      expect(change.confirmed?.q).toBeGreaterThan(0.9)
    })

    test('is the same wherever somebody begins to look, and beside whichever stages', async () => {
      const whole = (await seriesOf('use')).change
      for (const more of [{ from: '2026-01-15' }, { from: '2026-01-15', stage: 'use' }]) {
        const { change } = await seriesOf('use', more)
        expect(change.points).toEqual(whole.points.slice(-1))
        expect([change.confirmed, change.baseline]).toEqual([whole.confirmed, whole.baseline])
      }
    })

    test('is judged by month whatever is drawn: by week the same rules would cry wolf several times as often', async () => {
      const whole = (await seriesOf('use')).change
      const { change } = await seriesOf('use', { every: 'week', from: '2026-02-01' })
      expect(change.points).toEqual(whole.points.filter(({ from }) => from >= '2026-02-01'))
      expect([change.points.length, change.confirmed, change.baseline]).toEqual([1, whole.confirmed, whole.baseline])
    })

    test('of emotion is not tested where people are asked by something else', async () => {
      const mixed = await makeJourney(db, { Buy: [] })
      const csat = MONTHS.slice(8).map((month): Given => ({ at: 'buy.overall', scores: { csat: 2 }, times: 50, day: month }))
      await countAnswers(db, mixed, [...year('buy.overall'), ...csat])
      const [buy] = (await readTrend(contextOf(db, mixed.workspaceId), { ...ASKED, metric: 'emotion' })).series
      expect(buy?.change.points.map(({ z }) => z === null)).toEqual([false, false, true, true, true, true])
      expect(buy?.change).toMatchObject({ reason: 'mix_changed', confirmed: null })
    })
  })

  describe('hidden numbers', () => {
    test('go into no baseline, no z and no forecast', async () => {
      const few = await makeJourney(db, { Buy: [] })
      const kept = year('buy.overall').filter(({ day }) => !['2025-05', '2025-12'].includes(day?.slice(0, 7) ?? ''))
      await countAnswers(db, few, [...kept, ...npsAt('buy.overall', { 0: 4 }, { day: '2025-05-02' }), ...npsAt('buy.overall', { 0: 4 }, { day: '2025-12-02' })])
      const [buy] = (await readTrend(contextOf(db, few.workspaceId), ASKED)).series
      expect(buy?.change.baseline).toMatchObject({ to: '2025-09-30', n: 600, value: 36 })
      expect(buy?.change.points.find(({ from }) => from === '2025-12-01')).toMatchObject({ z: null, ewma: null, watch: false })
      expect(buy?.forecast.reason).toBe('too_few_periods')
    })

    test('are all that is not on the page, for whoever may not read responses', async () => {
      const read = (actor: Context['actor'], more: object = {}) => {
        const reader = { ...ctx(), actor }
        return inWorkspace(reader, (tx) => drawTrend(tx, reader, { ...ASKED, from: '2025-09-01', to: '2026-02-28', ...more }))
      }
      const use = ({ series }: Trend) => series.find(({ key }) => key === 'use')
      expect(use(await read(ctx().actor))?.change.baseline).toMatchObject({ from: '2025-03-01', value: 36 })
      // The six months on the page are all there is: 2 usual ones and 4 worse.
      const restricted = use(await read({ kind: 'public' }))
      expect(restricted?.change.baseline).toMatchObject({ from: '2025-09-01', to: '2026-02-28', n: 600 })
      expectClose(restricted?.change.baseline?.value, (2 * 36 - 4 * 32) / 6)
      expect(restricted?.forecast.reason).toBe('too_few_periods')
      for (const more of [{ every: 'week' }, { by: 'touchpoint' }]) await expect(read({ kind: 'public' }, more)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(read({ kind: 'public' }, { source: 'staff' })).rejects.toMatchObject({ errors: [{ pointer: '/source', code: 'filter_unmasks' }] })
    })
  })

  describe('a forecast', () => {
    test('goes on where it beats "same as last month", and says how well it did', async () => {
      const rising = await makeJourney(db, { Buy: [] })
      const climb = MONTHS.flatMap((month, i) => npsAt('buy.overall', { 9: 30 + 4 * i, 3: 70 - 4 * i }, { day: month }))
      await countAnswers(db, rising, climb)
      const [buy] = (await readTrend(contextOf(db, rising.workspaceId), ASKED)).series
      expect(buy?.forecast).toMatchObject({ shown: true, reason: null })
      expect(buy?.forecast.points.map(({ from, to }) => [from, to])).toEqual([['2026-03-01', '2026-03-31'], ['2026-04-01', '2026-04-30'], ['2026-05-01', '2026-05-31']])
      expect(buy?.forecast.points[0]?.value).toBeGreaterThan(48)
      expect(buy?.forecast.backtest?.error).toBeLessThan(buy?.forecast.backtest?.naiveError ?? 0)
    })

    test('is refused where nothing moved, and where the days asked for are long over', async () => {
      expect((await seriesOf('buy')).forecast).toMatchObject({ shown: false, reason: 'no_better_than_last', points: [] })
      expect((await seriesOf('buy', { to: '2025-12-31' })).forecast).toMatchObject({ shown: false, reason: 'period_is_past' })
    })
  })

  test('a trend brings what happened in its days, at its stages', async () => {
    const add = (title: string, more: object) => addAnnotation(ctx(), { journey: 'shop', kind: 'release', title, ...more })
    await add('Both', { day: '2025-10-06' })
    await add('Use only', { day: '2025-11-06', stage: 'use' })
    await add('Before', { day: '2025-02-28' })
    const titles = async (more: object = {}) => (await readTrend(ctx(), { ...ASKED, ...more })).annotations.map((a) => a.title)
    expect(await titles()).toEqual(['Both', 'Use only'])
    expect(await titles({ stage: 'buy' })).toEqual(['Both'])
  })
})
