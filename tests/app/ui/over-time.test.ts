import { describe, expect, it } from 'vitest'
import type { Change, Forecast, TrendPoint } from '#lib/maps/change/types'
import type { Measured } from '#lib/stats/measure'
import { timePoints } from '../../../app/w/[workspace]/journeys/[journey]/_chart/points'
import { headlineOf, seriesOf } from '../../../app/w/[workspace]/journeys/[journey]/over-time/series'
import { hidden, measured, nobody } from './stages'
import { ENGLISH } from './time-words'

const month = (number: string, m: Measured, complete = true): TrendPoint => ({ ...m, from: `2026-${number}-01`, to: `2026-${number}-28`, complete })
const UNTESTED: Change = { baseline: null, reason: 'too_few_periods', points: [], confirmed: null }
const NONE: Forecast = { shown: false, reason: 'too_few_periods', points: [], backtest: null }
const nps = (value: number, n?: number) => measured('nps', value, n)
const series = (name: string, ...points: TrendPoint[]) => seriesOf(ENGLISH, { key: name, name, position: 1, points, change: UNTESTED, forecast: NONE }, 'month')

describe('a line over time', () => {
  it('says of a period that still runs that it is not complete', () => {
    const [whole, part] = timePoints(ENGLISH, [month('01', nps(3)), month('02', nps(4), false)], 'month')
    expect(whole).toMatchObject({ tick: 'Jan', when: 'Jan 2026' })
    expect(part).toMatchObject({ tick: 'Feb', when: '1–28 Feb 2026, not complete' })
  })
  it('marks few, hidden and no answers each in its own way', () => {
    const points = timePoints(ENGLISH, [month('01', nps(3, 9)), month('02', hidden('nps')), month('03', nobody('nps'))], 'month')
    expect(points.map(({ state, n, value }) => [state, n, value])).toEqual([['low', '9', 3], ['hidden', '<5', null], ['empty', '0', null]])
  })
  it('shows beside a stage its newest value, and why the newest step has none', () => {
    const { last, chip } = series('Renewal', month('01', nps(3)), month('02', hidden('nps')))
    expect([last?.when, chip?.text]).toEqual(['Jan 2026', '<5 answers'])
  })
})

describe('the sentence over the stages', () => {
  it('compares the newest complete step in which two stages had enough answers', () => {
    const a = series('Order', month('01', nps(10)), month('02', nps(20)), month('03', nps(30), false))
    const b = series('Use', month('01', nps(-10)), month('02', nps(-20)), month('03', nps(-30), false))
    expect(headlineOf(ENGLISH, 'nps', [a, b])).toBe('Feb 2026: NPS runs from −20 in Use to +20 in Order.')
  })
  it('compares nothing that rests on fewer than 30 answers', () => {
    const few = [series('Order', month('01', nps(10, 29))), series('Use', month('01', nps(-10)))]
    expect(headlineOf(ENGLISH, 'nps', few)).toBe('Too few answers yet to compare NPS between stages.')
  })
})
