import { describe, expect, it } from 'vitest'
import { chooseOne, decide, explain, RULES, shareOf } from '#lib/people/asking/decide'
import type { Candidate } from '#lib/people/types'
import { ask, candidate, DAY, daysAgo, given, NOW } from '../../factory/candidate'

const reason = (...of: Parameters<typeof given>) => decide(given(...of)).reason

describe('a survey is shown', () => {
  it('where nothing speaks against it', () => {
    expect(decide(given(candidate()))).toMatchObject({ show: true, reason: 'shown' })
  })
  it('by itself to nobody while it is a draft, closed or archived', () => {
    for (const state of ['draft', 'closed', 'archived'] as const) expect(reason(candidate({}, { state }))).toBe(state)
  })
  it('from the moment in which it opens until the one in which it closes', () => {
    const at = (ms: number) => reason(candidate({ access: { opensAt: '2026-11-20T10:00:00Z', closesAt: '2026-11-20T13:00:00+01:00' } }), { moment: { now: new Date(NOW.getTime() + ms) } })
    expect([at(-2 * 3_600_000 - 1), at(-2 * 3_600_000), at(-1), at(0)]).toEqual(['not_open_yet', 'shown', 'shown', 'over'])
    expect(decide(given(candidate({ access: { opensAt: '2026-12-01T00:00:00Z' } }))).until).toEqual(new Date('2026-12-01T00:00:00Z'))
  })
  it('until it has as many answers as it takes', () => {
    const survey = (answers: number) => candidate({ access: { mostAnswers: 100 } }, { answers })
    expect([reason(survey(99)), reason(survey(100))]).toEqual(['shown', 'full'])
  })
  it('to nobody without a link where only invited people may answer', () => {
    expect(reason(candidate({ access: { who: 'invited' } }))).toBe('invited_only')
  })
  it('on its own sites only', () => {
    const survey = candidate({ access: { origins: ['https://shop.example'] } })
    const from = (origin: string | null) => reason(survey, { moment: { origin } })
    expect([from('https://shop.example'), from('https://shop.example.evil.test'), from('null'), from(null)]).toEqual(['shown', 'other_site', 'other_site', 'shown'])
  })
  it('in a place of its own or behind a button to everybody, however often they were asked', () => {
    const survey = candidate({ rules: { attributes: [{ name: 'plan', is: 'set' }], displayPercentage: 0 } })
    const ledger = [ask(survey, 1, { answeredAt: daysAgo(1) })]
    for (const form of ['inline', 'button'] as const) expect(reason(survey, { ledger, moment: { form, isNamed: true, event: null } })).toBe('shown')
    expect(reason(candidate({}, { state: 'closed' }), { moment: { form: 'inline' } })).toBe('closed')
  })
})

describe('a moment', () => {
  it('is none for a survey that names no event and no page, unless the page asks for it', () => {
    const survey = candidate({ rules: { event: undefined } })
    expect(reason(survey, { moment: { event: null } })).toBe('no_trigger')
    expect(reason(survey, { moment: { event: null, isNamed: true } })).toBe('shown')
  })
  it('is the event that was named, and no other', () => {
    expect(['paid', 'Paid', 'opened', null].map((event) => reason(candidate(), { moment: { event } }))).toEqual(['shown', 'other_event', 'other_event', 'other_event'])
  })
  it('is a page that was named, and with an event both', () => {
    const pages = [{ is: 'startsWith' as const, value: '/checkout' }]
    const [byPage, byBoth] = [candidate({ rules: { event: undefined, pages } }), candidate({ rules: { pages } })]
    const [there, elsewhere] = ['https://shop.example/checkout/done', 'https://shop.example/']
    expect(reason(byPage, { moment: { event: null, url: there } })).toBe('shown')
    expect(reason(byPage, { moment: { event: null, url: elsewhere } })).toBe('other_page')
    expect(reason(byPage, { moment: { event: null } })).toBe('other_page')
    expect(reason(byPage, { moment: { event: 'paid', url: there } })).toBe('other_event')
    expect(reason(byBoth, { moment: { url: there } })).toBe('shown')
    expect(reason(byBoth, { moment: { event: null, url: there } })).toBe('other_event')
  })
  it('needs all attributes, and the sentence for the team says which one is missing', () => {
    const survey = candidate({ rules: { attributes: [{ name: 'plan', is: 'equals', value: 'pro' }, { name: 'seats', is: 'atLeast', value: 10 }] } })
    const wrong = given(survey, { moment: { attributes: { plan: 'pro', seats: 9 } } })
    expect(decide(wrong)).toMatchObject({ reason: 'attributes', detail: { message: 'The attribute “seats” does not match.' } })
    expect(explain(wrong).steps.find(({ outcome }) => outcome === 'failed')?.detail?.message).toBe('“seats” must be at least “10”; it is “9”.')
    expect(reason(survey, { moment: { attributes: { plan: 'pro', seats: 10 } } })).toBe('shown')
  })
  it('lets a button through once its page and attributes are right, whatever the person was asked', () => {
    const survey = candidate({ window: { form: 'button' }, rules: { event: undefined, pages: [{ is: 'startsWith', value: '/' }] } })
    const ledger = [ask(survey, 1)]
    expect(reason(survey, { ledger, moment: { event: null, url: 'https://shop.example/' } })).toBe('shown')
    expect(reason(survey, { ledger, moment: { event: null, url: null } })).toBe('other_page')
  })
})

describe('a person', () => {
  const survey = candidate({ rules: { displayOption: 'displayMultiple' } })
  const other = candidate({}, { id: '01900000-0000-7000-8000-000000000002', journeyId: 'another', stage: 'use' })

  it('is not asked what they answered, unless it may be answered again', () => {
    const answered = [ask(survey, 400, { answeredAt: daysAgo(400), form: 'inline' })]
    expect(reason(survey, { ledger: answered })).toBe('answered')
    expect(reason(candidate({ rules: { displayOption: 'respondMultiple' } }), { ledger: answered })).toBe('shown')
  })
  it('sees it once, or as often as it says, or until they answer', () => {
    const times = (option: NonNullable<NonNullable<Parameters<typeof candidate>[0]>['rules']>, n: number) =>
      reason(candidate({ rules: option }), { ledger: Array.from({ length: n }, (_, i) => ask(survey, 200 + i)) })
    expect([times({}, 0), times({}, 1)]).toEqual(['shown', 'shown_enough'])
    expect([1, 2, 3].map((n) => times({ displayOption: 'displaySome', displayLimit: 3 }, n))).toEqual(['shown', 'shown', 'shown_enough'])
    expect(times({ displayOption: 'displayMultiple' }, 40)).toBe('shown')
  })
  it('is left alone for the days that the survey names, and not one moment longer', () => {
    const slow = candidate({ rules: { displayOption: 'displayMultiple', recontactDays: 120 } })
    const at = (ms: number) => decide(given(slow, { ledger: [ask(slow, 120, { at: new Date(NOW.getTime() - 120 * DAY + ms) })] }))
    expect(at(1)).toMatchObject({ reason: 'recontact', until: new Date(NOW.getTime() + 1) })
    expect(at(0).reason).toBe('shown')
  })
  it('is told of in words that hold before they were ever asked, and of one day as of many', () => {
    const sentence = (recontactDays: number, ago?: number) => {
      const daily = candidate({ rules: { displayOption: 'displayMultiple', recontactDays } })
      return explain(given(daily, { ledger: ago === undefined ? [] : [ask(daily, ago)] })).steps.find(({ rule }) => rule === 'recontact')?.detail?.message
    }
    expect(sentence(7)).toBe('It has not asked this person yet.')
    expect(sentence(1, 0.5)).toBe('It waits one day before it asks the same person again.')
    expect(sentence(1000, 0.5)).toBe('It waits 1,000 days before it asks the same person again.')
  })
  it('is among the share that is asked, or not until the next version', () => {
    const some = candidate({ rules: { displayPercentage: 30 } })
    expect([29.99, 30, 99].map((at) => reason(some, { moment: { share: () => at } }))).toEqual(['shown', 'percentage', 'percentage'])
    expect(reason(candidate({ rules: { displayPercentage: 0 } }), { moment: { share: () => 0 } })).toBe('percentage')
  })
  it('has asked nothing of us by what stood open on a page and they passed over', () => {
    expect(reason(other, { ledger: [ask(survey, 1, { form: 'inline' })] })).toBe('shown')
  })
})

it('draws the share of a person once, evenly, and for each survey and version anew', () => {
  const shares = Array.from({ length: 4000 }, (_, i) => shareOf(`person ${i}`, { id: 'a', version: 1 }))
  expect(shares.filter((at) => at < 30).length / 4000).toBeCloseTo(0.3, 1)
  expect(shareOf('mara', { id: 'a', version: 1 })).toBe(shareOf('mara', { id: 'a', version: 1 }))
  expect(new Set([1, 2, 3].map((version) => shareOf('mara', { id: 'a', version }))).size).toBe(3)
})

it('chooses what comes by itself before a button, the least recently shown, then the newest', () => {
  const made = (n: number, form: 'popup' | 'button' = 'popup'): { survey: Candidate } => ({ survey: candidate({ window: { form } }, { id: `01900000-0000-7000-8000-00000000000${n}` }) })
  const [old, newer, newest, button] = [made(1), made(2), made(3), made(4, 'button')]
  expect(chooseOne([old, newest, newer, button], [])).toBe(newest)
  expect(chooseOne([old, newest, newer, button], [ask(newest.survey, 3), ask(newer.survey, 2), ask(old.survey, 9)])).toBe(old)
  expect(chooseOne([button], [])).toBe(button)
  expect(chooseOne([], [])).toBeNull()
})

it('explains every rule in order: passed, the one that failed, and the rest not reached', () => {
  const { decision, steps } = explain(given(candidate(), { moment: { event: 'opened' } }))
  expect(steps.map(({ rule }) => rule)).toEqual(RULES.map(({ rule }) => rule))
  expect(steps.map(({ outcome }) => outcome)).toEqual([...Array(6).fill('passed'), 'failed', ...Array(steps.length - 7).fill('not_reached')])
  expect(decision.reason).toBe('other_event')
  expect(steps[6]?.detail?.message).toBe('It waits for the event “paid”; “opened” happened.')
})
