import { describe, expect, it } from 'vitest'
import { Flags } from '#lib/imports/flags'
import { readRow } from '#lib/imports/row'

const times = { timeZone: 'UTC', now: new Date('2026-01-01T00:00:00Z') }
const flags = Flags.parse({
  journey: 'shop',
  stage: 'stage',
  nps: 'nps',
  csat: 'csat',
  sentiment: 'mood',
  comment: 'text',
  person: 'user',
  attribute: ['plan', 'seats'],
  at: 'at',
  'at-default': '2025-12-31',
})
const read = (values: Record<string, unknown>) => readRow(new Map(Object.entries(values)), flags, times)

describe('a row', () => {
  it('of text and one of JSON with the same values are the same answer', () => {
    const expected = { data: { nps: 9, sentiment: -0.5, comment: 'fine' }, userId: '7', stage: 'Order', occurredAt: '2025-12-31T00:00:00.000Z' }
    expect(read({ stage: ' Order ', nps: '9.0', mood: '-.5', text: ' fine ', user: '7', csat: ' ' })).toMatchObject(expected)
    expect(read({ stage: 'Order', nps: 9, mood: -0.5, text: 'fine', user: 7, csat: null })).toMatchObject(expected)
  })

  it('rounds a sentiment to hundredths, half away from zero', () => {
    expect(read({ mood: -0.125 })?.data).toEqual({ sentiment: -0.13 })
  })

  it('with neither score nor comment is none, whatever else it holds', () => {
    expect(read({ stage: 'Order', nps: '', text: '  ', mood: null, at: 'soon' })).toBeNull()
  })

  it('has no answer where a value means "not rated", and only there', () => {
    const ignoring = Flags.parse({ journey: 'shop', stage: 'stage', csat: 'csat', comment: 'text', 'ignore-value': ['0', 'N/A'] })
    const readIgnoring = (values: Record<string, unknown>) => readRow(new Map(Object.entries(values)), ignoring, times)
    for (const csat of ['0', ' 0.0 ', 0, 'N/A']) expect(readIgnoring({ csat, text: '0' })?.data).toEqual({ comment: '0' })
    for (const csat of ['n/a', '00x', '']) expect(() => readIgnoring({ csat: csat || '6' })).toThrow('is not a whole number from 1 to 5')
  })

  it('keeps the kind of an attribute that JSON gives and leaves empty ones out', () => {
    expect(read({ nps: 1, plan: '', seats: 12 })?.attributes).toEqual({ seats: 12 })
    expect(read({ nps: 1, plan: 'pro', seats: null })?.attributes).toEqual({ plan: 'pro' })
  })

  it.each([
    [{ csat: '0' }, 'Column "csat": "0" is not a whole number from 1 to 5 (csat).'],
    [{ nps: '1e1' }, 'Column "nps": "1e1" is not a whole number'],
    [{ nps: true }, 'Column "nps": "true" is not a whole number'],
    [{ nps: '-0.5' }, 'Column "nps": "-0.5" is not a whole number'],
    [{ mood: '1.01' }, 'Column "mood": "1.01" is not a number from -1 to 1 (sentiment).'],
    [{ text: 'half a pair \ud800' }, 'Column "text" holds a character that cannot be stored'],
    [{ text: ['a'] }, 'Column "text" holds a list or an object'],
    [{ text: 'x'.repeat(10_001) }, 'Column "text" has 10001 characters; expected at most 10,000.'],
    [{ nps: 9, at: '31.12.2025' }, 'Column "at": "31.12.2025" is not a time; expected ISO 8601'],
  ])('%o is refused in words that name its column', (values, words) => expect(() => read(values)).toThrow(words))
})
