import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import * as old from '#lib/stats/format'
import * as dates from '#lib/stats/format-date'
import * as rates from '#lib/stats/format-rate'
import { type Measured, metricOf } from '#lib/stats/measure'
import { sayIn } from '#lib/words/say'
import { CATALOGUE, type Words } from '../../../app/_words/catalogue'

const speak = (locale: 'en' | 'de', messages: Words['numbers']) => sayIn(locale, createTranslator({ locale, messages }) as never)
const [english, german] = [speak('en', CATALOGUE.en.numbers), speak('de', CATALOGUE.de.numbers)]

const ms: Measured[] = [
  { metric: metricOf('emotion'), value: -7.2, low: -12.4, high: -1.2, n: 612, suppressed: false, lowN: false },
  { metric: 'csat_top2_pct', value: 4.25, low: 1.2, high: 12.5, n: 1830, suppressed: false, lowN: true },
  { metric: 'nps', value: null, low: null, high: null, n: null, suppressed: true, lowN: false },
  { metric: 'ces_top3_pct', value: null, low: null, high: null, n: 0, suppressed: false, lowN: false },
]

test('English reads as it always did', () => {
  for (const m of ms) {
    expect(english.value(m)).toBe(old.formatValue(m))
    expect(english.range(m)).toBe(old.formatRange(m))
    expect(english.describe(m)).toBe(old.describeMeasured(m))
    expect(english.answers(m.n)).toBe(old.formatAnswers(m.n))
  }
  for (const x of [0, 0.04, -0.4, 1830, -2.5, 9.96, 61.2, 1234567.5]) {
    expect(english.number(x)).toBe(old.formatNumber(x))
    expect(english.index(x)).toBe(old.formatIndex(x))
    expect(english.percent(x)).toBe(old.formatPercent(x))
  }
  const spans = [['2026-11-01', '2026-11-22'], ['2026-10-20', '2026-11-03'], ['2025-12-20', '2026-01-03'], ['2026-09-01', '2026-09-01']] as const
  for (const [from, to] of spans) {
    expect(english.days(from, to)).toBe(dates.formatDays(from, to))
    expect(english.month(to)).toBe(dates.formatMonth(to))
  }
  expect(english.moment(new Date('2026-11-20T12:00:00Z'), 'Europe/Berlin')).toBe(dates.formatMoment(new Date('2026-11-20T12:00:00Z'), 'Europe/Berlin'))
  const rate = { metric: 'response_rate', value: 31.2, low: 28.1, high: 34.4, n: 1204, suppressed: false, lowN: false, reason: null } as const
  for (const r of [rate, { ...rate, value: null, low: null, high: null, n: 0 }, { ...rate, value: null, low: null, high: null, n: null, suppressed: true }]) {
    expect(english.describeRate(r)).toBe(rates.describeRate(r))
    expect(english.base(r)).toBe(rates.formatBase(r))
  }
})

test('German writes numbers and dates as its readers do', () => {
  expect(german.number(1830)).toBe('1.830')
  expect(german.percent(4.25)).toBe('4,3\u00a0%')
  expect(german.days('2026-11-01', '2026-11-22')).toBe('1.–22. Nov. 2026')
  expect(german.describe(ms[0] as Measured)).toBe('Emotionsindex −7, Intervall −12 bis −1, 612 Antworten')
  expect(german.answers(1)).toBe('1 Antwort')
})
