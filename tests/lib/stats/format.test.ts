import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeMeasured, formatAnswers, formatIndex, formatMetric, formatNumber, formatPercent, formatRange, formatValue } from '#lib/stats/format'
import { formatDay, formatDays, formatMoment, formatMonth } from '#lib/stats/format-date'
import { measure } from '#lib/stats/measure'
import { hide } from '#lib/stats/suppress'
import { EMPTY } from '#lib/stats/tally'
import { counts } from './counts'

test('numbers are grouped, with a true minus and halves away from zero', () => {
  expect([1830, -7, 0, -2.5, -0.4, 1_234_567].map((x) => formatNumber(x))).toEqual(['1,830', '−7', '0', '−3', '0', '1,234,567'])
  expect(formatNumber(-7.25, 1)).toBe('−7.3')
})

test('an index carries its sign, zero none', () => {
  expect([34.4, -7, 0, 0.4, -0.4].map(formatIndex)).toEqual(['+34', '−7', '0', '0', '0'])
})

test('a rate has one decimal only under ten percent, and a no-break space', () => {
  expect([61.2, 4.25, 9.96, 0, 100].map(formatPercent)).toEqual(['61\u00a0%', '4.3\u00a0%', '10\u00a0%', '0\u00a0%', '100\u00a0%'])
  expect(formatMetric('csat_mean', 4.2416)).toBe('4.2')
})

test('a number says its interval and its answers in one sentence', () => {
  const m = measure('nps', counts('nps', { 10: 54, 7: 28, 0: 18 }))
  expect([formatValue(m), formatRange(m), describeMeasured(m)]).toEqual(['+36', '+20 to +50', 'NPS +36, interval +20 to +50, 100 answers'])
  const share = measure('csat_top2_pct', counts('csat', { 1: 3, 2: 5, 3: 12, 4: 40, 5: 60 }))
  expect([formatValue(share), formatRange(share)]).toEqual(['83\u00a0%', '76 to 89'])
})

test('hidden and unasked are written differently and never as a number', () => {
  const few = hide(measure('nps', counts('nps', { 9: 3 })))
  const none = measure('nps', EMPTY)
  expect([formatValue(few), formatRange(few), formatAnswers(few.n)]).toEqual(['<5', '', '<5 answers'])
  expect([formatValue(none), formatRange(none), formatAnswers(none.n)]).toEqual(['–', '', '0 answers'])
  expect(describeMeasured(few)).toBe('NPS: fewer than 5 answers, hidden for privacy')
  expect(describeMeasured(none)).toBe('NPS: no answers yet')
})

test('no finite number is ever written as NaN, as minus zero or with a hyphen for a minus', () => {
  fc.assert(fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (x) => {
    for (const text of [formatIndex(x), formatPercent(x), formatNumber(x, 1)]) expect(text).toMatch(/^[+−]?\d+(\.\d)?(\u00a0%)?$/)
    expect(formatIndex(x)).not.toBe('−0')
  }))
})

test('dates and ranges are as short as they can be', () => {
  expect(formatDay('2026-11-02')).toBe('2 Nov 2026')
  expect(formatMonth('2026-11-01')).toBe('Nov 2026')
  expect(formatDays('2026-11-01', '2026-11-22')).toBe('1–22 Nov 2026')
  expect(formatDays('2026-10-20', '2026-11-03')).toBe('20 Oct – 3 Nov 2026')
  expect(formatDays('2025-12-20', '2026-01-03')).toBe('20 Dec 2025 – 3 Jan 2026')
  expect(formatDays('2026-11-02', '2026-11-02')).toBe('2 Nov 2026')
})

test('a moment is told on the clocks of a time zone, every month in three letters', () => {
  expect(formatMoment(new Date('2026-11-20T23:05:00Z'), 'Asia/Tokyo')).toBe('21 Nov 2026, 08:05')
  expect(formatMoment(new Date('2026-11-20T00:05:00Z'), 'UTC')).toBe('20 Nov 2026, 00:05')
  expect(formatMoment(new Date('2026-09-30T18:00:00Z'), 'UTC')).toBe('30 Sep 2026, 18:00')
})

