import { describe, expect, it } from 'vitest'
import { describeRate } from '#lib/stats/format-rate'
import { hideRate, ratesOf } from '#lib/stats/reach'

const counts = { exposed: 200, started: 80, completed: 60, converted: 10 }

describe('rates of reach', () => {
  it('are shares of who was asked, and of who began', () => {
    const { responseRate, dropOff, conversion } = ratesOf(counts)
    expect([responseRate.value, dropOff.value, conversion.value]).toEqual([30, 25, 5])
    expect([responseRate.n, dropOff.n, conversion.n]).toEqual([200, 80, 200])
    // Wilson's interval of 60 of 200, worked out apart: (x + z²/2)/(n + z²) ∓ z √(x(n − x)/n + z²/4)/(n + z²).
    expect(responseRate.low).toBeCloseTo(24.0748, 3)
    expect(responseRate.high).toBeCloseTo(36.6791, 3)
  })

  it('are no 0 % where nobody was asked', () => {
    const { responseRate, dropOff } = ratesOf({ exposed: 0, started: 0, completed: 0, converted: 0 })
    expect(responseRate).toMatchObject({ value: null, low: null, high: null, n: 0, lowN: false, reason: null })
    expect(dropOff).toMatchObject({ value: null, n: 0, reason: null })
  })

  it('are 0 % and 100 % where nobody or everybody answered, with an interval that leaves room', () => {
    expect(ratesOf({ ...counts, completed: 0 }).responseRate).toMatchObject({ value: 0, low: 0 })
    expect(ratesOf({ ...counts, completed: 0 }).responseRate.high).toBeGreaterThan(0)
    expect(ratesOf({ exposed: 40, started: 40, completed: 40, converted: 0 }).dropOff).toMatchObject({ value: 0, low: 0 })
    expect(ratesOf({ exposed: 40, started: 40, completed: 40, converted: 0 }).responseRate.high).toBeCloseTo(100, 9)
  })

  it('tell no share above 100 %, but why there is none', () => {
    const { responseRate, dropOff, conversion } = ratesOf({ exposed: 10, started: 8, completed: 12, converted: 9 })
    for (const each of [responseRate, dropOff]) expect(each).toMatchObject({ value: null, low: null, high: null, lowN: false, reason: 'more_than_base' })
    expect(conversion.value).toBe(90)
  })

  it('tell no conversion where none is ever reported, and 0 % where others are', () => {
    const none = { ...counts, converted: 0 }
    expect(ratesOf(none).conversion).toMatchObject({ value: null, n: 200, reason: 'not_told' })
    expect(ratesOf(none, true).conversion).toMatchObject({ value: 0, n: 200, reason: null })
  })

  it('are marked below 30, and say nothing of their size once hidden', () => {
    expect([ratesOf({ ...counts, exposed: 29, completed: 3 }).responseRate.lowN, ratesOf({ ...counts, exposed: 30, completed: 3 }).responseRate.lowN]).toEqual([true, false])
    expect(hideRate(ratesOf(counts).responseRate)).toMatchObject({ value: null, low: null, high: null, n: null, suppressed: true })
  })
})

describe('a rate in words', () => {
  it.each([
    ['response rate 30\u00a0%, interval 24 to 37, of 200 exposed', ratesOf(counts).responseRate],
    ['conversion 5.0\u00a0%, interval 2.7 to 9.0, of 200 exposed', ratesOf(counts).conversion],
    ['drop-off: nobody began', ratesOf({ ...counts, started: 0, completed: 0 }).dropOff],
    ['response rate: nobody was asked', ratesOf({ ...counts, exposed: 0, completed: 0 }).responseRate],
    ['response rate: more completed than exposed', ratesOf({ ...counts, completed: 201 }).responseRate],
    ['drop-off: fewer than 5 started, hidden for privacy', hideRate(ratesOf(counts).dropOff)],
    ['conversion: no conversion was reported', ratesOf({ ...counts, converted: 0 }).conversion],
  ])('%s', (words, rate) => expect(describeRate(rate)).toBe(words))
})
