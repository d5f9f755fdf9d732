import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '#lib/annotations/types'
import type { MapCampaign } from '#lib/maps/campaigns/types'
import type { Change, Forecast, TrendPoint, TrendSeries } from '#lib/maps/change/types'
import { rowsOf } from '../../../app/w/[workspace]/journeys/[journey]/_chart/drawn'
import { TrendTable } from '../../../app/w/[workspace]/journeys/[journey]/_chart/lazy-trend'
import { markLines, marksOf, markSpans } from '../../../app/w/[workspace]/journeys/[journey]/_chart/marks'
import { aligned, continued, timePoints } from '../../../app/w/[workspace]/journeys/[journey]/_chart/points'
import { sentenceOf } from '../../../app/w/[workspace]/journeys/[journey]/_chart/tip'
import { headlineOf, seriesOf, spanOf } from '../../../app/w/[workspace]/journeys/[journey]/over-time/series'
import { spoken } from '../../factory/words'
import { hidden, measured } from './stages'
import { ENGLISH, wordsIn } from './time-words'

const month = (number: number, complete = true): TrendPoint => {
  const from = `2026-${String(number).padStart(2, '0')}-01`
  return { ...measured('nps', 10 * number), from, to: `${from.slice(0, 8)}28`, complete }
}
const tested = (from: string, watch = false) => ({ from, z: watch ? -4.25 : 0.5, ewma: 0, limit: 1, watch })
const baseline = { from: '2025-07-01', to: '2025-12-31', value: 30, n: 600, declared: false }
const moved = (value: number, q: number): Change['confirmed'] => ({
  q, isConfirmed: q <= 0.01 && value < 0, from: '2026-01-01', to: '2026-03-31', difference: { value, low: value - 8.6, high: value + 8.6 },
})
const change = (more: Partial<Change> = {}): Change => ({ baseline, reason: null, points: [], confirmed: null, ...more })
const NONE: Forecast = { shown: false, reason: 'no_better_than_last', points: [], backtest: null }
const AHEAD: Forecast = {
  shown: true, reason: null, backtest: { error: 4.2, naiveError: 6, origins: 8 },
  points: [{ from: '2026-04-01', to: '2026-04-30', value: 40.4, low: 30, high: 50 }, { from: '2026-05-01', to: '2026-05-31', value: 41, low: 29, high: 53 }],
}
const series = (name: string, more: Partial<TrendSeries> = {}) =>
  seriesOf(ENGLISH, { key: name, name, position: 1, points: [month(1), month(2), month(3), month(4, false)], change: change(), forecast: NONE, ...more }, 'month')

describe('beside a stage stands', () => {
  it('a confirmed fall with its size, and since when it is watched', () => {
    const points = ['2026-01-01', '2026-02-01', '2026-03-01'].map((from, i) => tested(from, i > 0))
    const { chip, against, points: drawn } = series('Buy', { change: change({ points, confirmed: moved(-16.4, 0.001) }) })
    expect(chip).toEqual({ tone: 'worse', text: 'confirmed fall, watch since Feb' })
    expect(against).toBe('−16 ± 9 points against Jul 2025 – Dec 2025')
    expect(drawn.map((p) => [p.z, p.watch, p.confirmed])).toEqual([['0.5', false, true], ['−4.3', true, true], ['−4.3', true, true], ['', false, false]])
  })
  it('a watch only while it lasts', () => {
    const over = change({ points: [tested('2026-01-01', true), tested('2026-02-01')], confirmed: moved(-3, 0.4) })
    expect(series('Buy', { change: over }).chip?.text).toBe('steady')
    expect(series('Buy', { change: change({ points: [tested('2026-03-01', true)] }) }).chip).toEqual({ tone: 'warn', text: '◇ watch since Mar' })
  })
  it('a clear rise in words of its own, and why nothing could be said', () => {
    expect(series('Buy', { change: change({ confirmed: moved(12, 0.01) }) }).chip).toEqual({ tone: 'better', text: 'clear rise' })
    expect(series('Buy', { change: change({ confirmed: moved(12, 0.011) }) }).against).toBe('No clear change against Jul 2025 – Dec 2025')
    expect(series('Buy', { change: change({ baseline: null, reason: 'too_few_periods' }) }).against).toBe('No baseline: 6 months with answers are needed')
    expect(series('Buy', { change: change({ reason: 'mix_changed' }) }).against).toContain('Asked by other questions')
  })
  it('days as months only where they are whole ones', () => {
    expect([spanOf(ENGLISH, '2026-02-01', '2026-02-28'), spanOf(ENGLISH, '2026-02-01', '2026-02-27')]).toEqual(['Feb 2026', '1–27 Feb 2026'])
  })
})

describe('the sentence over the stages', () => {
  it('says the largest fall first, then what else changed', () => {
    const all = [series('Up', { change: change({ confirmed: moved(40, 0.001) }) }), series('Down', { change: change({ confirmed: moved(-16, 0.001) }) })]
    expect(headlineOf(ENGLISH, 'nps', all)).toBe('Down fell 16 ± 9 points in NPS against Jul 2025 – Dec 2025; Up rose.')
  })
  it('is said in German, too, with its own dates', () => {
    const all = [series('Down', { change: change({ confirmed: moved(-16, 0.001) }) })]
    expect(headlineOf(wordsIn('de'), 'nps', all)).toBe('Down ist beim NPS um 16 ± 9 Punkte gefallen, gegen Juli 2025 – Dez. 2025.')
  })
  it('names what is on watch, also beside a clear rise', () => {
    const watched = series('Use', { change: change({ points: [tested('2026-03-01', true)] }) })
    expect(headlineOf(ENGLISH, 'nps', [series('Up', { change: change({ confirmed: moved(40, 0.001) }) }), watched])).toMatch(/^Up rose 40 ± 9 .*; Use on watch\.$/)
  })
  it('says that nothing changed only where something was tested', () => {
    const steady = { change: change({ confirmed: moved(3, 0.5) }) }
    const low = series('Low', { ...steady, points: [{ ...month(1), ...measured('nps', -5) }] })
    const high = series('High', { ...steady, points: [month(1)] })
    expect(headlineOf(ENGLISH, 'nps', [low, high])).toBe('Jan 2026: NPS runs from −5 in Low to +10 in High; no stage changed clearly against its baseline.')
  })
})

describe('a step says in one sentence', () => {
  const said = (more: Partial<TrendSeries>, noted?: string) => series('Buy', more).points.map((point) => sentenceOf(ENGLISH.t, point, noted))
  it('its value with interval and answers, what the tests found, and what happened', () => {
    const points = [tested('2026-01-01', true)]
    const [first] = said({ change: change({ points }) }, 'A: Release New checkout')
    expect(first).toBe('Jan 2026: +10, 95 % interval 0 to +20, 100 answers; −4.3 standard errors from the baseline; ◇ watch, judged by month: the slow average fell out of its limit; A: Release New checkout')
  })
  it('why it has no value', () => {
    const empty = { ...measured('nps', 0), value: null, low: null, high: null, n: 0 }
    expect(said({ points: [{ ...month(1), ...hidden('nps') }, { ...month(2), ...empty }] })).toEqual(['Jan 2026: Fewer than 5 answers, hidden for privacy', 'Feb 2026: No answers'])
    const after = continued(ENGLISH, [], AHEAD, 'nps', 'month', '')
    expect(sentenceOf(ENGLISH.t, after[0] ?? expect.fail())).toBe('Apr 2026: If nothing changes +40 (+30 to +50)')
  })
})

it('the table of a chart has what its signs say: tests, what happened, and the baseline', () => {
  const { points } = series('Buy', { points: [month(1), month(2)], change: change({ points: [tested('2026-02-01', true)] }) })
  const lines = [{ at: '2026-01-01', letters: 'A', says: 'A: Release New checkout', dashed: false, bare: false }]
  const table = createElement(TrendTable, { name: 'Buy', points, unit: 'index', baseline: { value: 30, from: null, to: null }, lines })
  const text = renderToStaticMarkup(spoken(table)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  expect(text).toContain('Answers Remarks Baseline +30 Jan 2026 +10 0 to +20 100 A: Release New checkout Feb 2026 +20 +10 to +30 100 z −4.3 · ◇ watch')
})

describe('a forecast', () => {
  it('goes on from the last complete step, also beside a step that still runs', () => {
    const { points, ahead } = series('Buy', { forecast: AHEAD })
    const rows = rowsOf(points, -100)
    expect(points.map((p) => [p.id.slice(5, 7), p.value, p.ahead?.text])).toEqual([
      ['01', 10, undefined], ['02', 20, undefined], ['03', 30, undefined], ['04', 40, '+40'], ['05', null, '+41'],
    ])
    expect(rows.map((row) => row.aheadLine)).toEqual([null, null, 30, 40.4, 41])
    expect(ahead).toBe('Dashed: the next 2 months if nothing changes. On the past this was off by 4.2 points, “same as last month” by 6.0.')
  })
  it('leaves its room empty in the charts beside it, and is given a reason there', () => {
    const [one, two] = [series('Buy', { forecast: AHEAD }), series('Use')]
    const [long, short] = aligned([one.points, two.points])
    expect(short?.map(({ id }) => id)).toEqual(long?.map(({ id }) => id))
    expect(short?.at(-1)).toMatchObject({ state: 'ahead', value: null, ahead: null })
    expect(two.ahead).toBe('No forecast: on the past it came no closer than “same as last month”.')
  })
})

describe('annotations', () => {
  const note = (day: string, more: Partial<Annotation> = {}): Annotation => ({ id: day, kind: 'release', day, until: null, stage: null, title: day, body: null, ...more })
  const steps = ['2026-01-01', '2026-02-01', '2026-03-01']
  it('stand at the step of their day, those of one step on one line', () => {
    const marks = marksOf(ENGLISH, [note('2025-12-20', { until: '2026-01-04' }), note('2026-02-10'), note('2026-02-28', { kind: 'incident' })])
    expect(markLines(marks, 'buy', steps)).toEqual([
      { at: '2026-01-01', letters: 'A', says: 'A: Release 2025-12-20', dashed: false, bare: false },
      { at: '2026-02-01', letters: 'B C', says: 'B: Release 2026-02-10; C: Incident 2026-02-28', dashed: false, bare: false },
    ])
    expect(marks[0]?.when).toBe('20 Dec 2025 – 4 Jan 2026')
  })
  it('of one stage stand in its chart alone, and incidents alone are dashed', () => {
    const marks = marksOf(ENGLISH, [note('2026-01-10', { stage: 'use' }), note('2026-03-10', { kind: 'incident' })])
    expect(markLines(marks, 'buy', steps)).toEqual([{ at: '2026-03-01', letters: 'B', says: 'B: Incident 2026-03-10', dashed: true, bare: false }])
    expect(markLines(marks, 'use', steps).map(({ letters }) => letters)).toEqual(['A', 'B'])
  })
  it('stand beside campaigns, which have a span at their stages instead of a line', () => {
    const campaign = (name: string, starts: string, ends: string | null, stages = ['buy']): MapCampaign => ({ id: name, name, starts, ends, stages, channel: 'email', persona: null, personaName: null, audience: null, cost: null, currency: null, state: 'now' })
    const campaigns = [campaign('Always', '2024-05-01', null), campaign('Webinar', '2026-02-03', '2026-03-04', ['buy', 'use']), campaign('Later', '2026-03-20', '2026-09-01', ['use'])]
    const marks = marksOf(ENGLISH, [note('2026-02-10')], campaigns)
    expect(marks.map(({ letter, title, when }) => [letter, title, when])).toEqual([
      ['A', 'Always', 'since 1 May 2024'], ['B', 'Webinar', '3 Feb – 4 Mar 2026'], ['C', '2026-02-10', '10 Feb 2026'], ['D', 'Later', '20 Mar – 1 Sep 2026'],
    ])
    expect(markLines(marks, 'buy', steps).map(({ at, letters, bare }) => [at, letters, bare])).toEqual([['2026-01-01', 'A', true], ['2026-02-01', 'B C', false]])
    expect(markSpans(marks, 'buy', steps)).toEqual([{ id: 'Always', from: '2026-01-01', to: '2026-03-01', row: 0 }, { id: 'Webinar', from: '2026-02-01', to: '2026-03-01', row: 1 }])
    expect(markSpans(marks, 'use', steps).map(({ id, row }) => [id, row])).toEqual([['Webinar', 0], ['Later', 1]])
    expect(markSpans(marks, 'renew', steps)).toEqual([])
    const used = marksOf(ENGLISH, [note('2026-02-10'), note('2026-02-11', { stage: 'buy' })], campaigns, 'use')
    expect(used.map(({ letter, title }) => [letter, title])).toEqual([['A', 'Webinar'], ['B', '2026-02-10'], ['C', 'Later']])
  })
  it('share a label where their lines stand close, and never run out of letters', () => {
    const weeks = Array.from({ length: 52 }, (_, i) => new Date(Date.UTC(2026, 0, 5 + 7 * i)).toISOString().slice(0, 10))
    const lines = markLines(marksOf(ENGLISH, [note('2026-03-02'), note('2026-03-10'), note('2026-03-17'), note('2026-06-01')]), null, weeks)
    expect(lines.map(({ letters }) => letters)).toEqual(['A–C', '', '', 'D'])
    expect(marksOf(ENGLISH, Array.from({ length: 28 }, () => note('2026-03-02'))).slice(25).map(({ letter }) => letter)).toEqual(['Z', 'AA', 'AB'])
  })
})

it('hidden steps that lie close do not write over each other', () => {
  const weeks = Array.from({ length: 40 }, (_, i): TrendPoint => ({ ...hidden('nps'), from: `2026-${i}`, to: '', complete: true }))
  const said = rowsOf(timePoints(ENGLISH, weeks.map((w) => ({ ...w, from: '2026-01-05', to: '2026-01-11' })), 'week'), -100).map(({ saysHidden }) => saysHidden)
  expect(said.slice(0, 7)).toEqual([true, false, false, true, false, false, true])
})
