import { describe, expect, it } from 'vitest'
import { emptyBook } from '#lib/journeys/document/schema'
import type { Compared, ComparedSeries, JourneyMap, MapStage } from '#lib/maps/types'
import { type Measured, metricOf } from '#lib/stats/measure'
import { comparisonOf, newsOf } from '../../../app/w/[workspace]/journeys/[journey]/_compare/compared'
import { comparedAs } from '../../../app/w/[workspace]/journeys/[journey]/_compare/menu/days'
import { axisOf, differencesOf, qText } from '../../../app/w/[workspace]/journeys/[journey]/_difference/difference'
import { dimensionsOf, groupPicker } from '../../../app/w/[workspace]/journeys/[journey]/_compare/groups'
import { namesOf } from '../../../app/w/[workspace]/journeys/[journey]/_compare/names'
import { offersOf } from '../../../app/w/[workspace]/journeys/[journey]/_compare/menu/offers'
import { painChangesOf } from '../../../app/w/[workspace]/journeys/[journey]/_difference/pain-changes'
import { ENGLISH, english, GERMAN, german } from '../../factory/words'
import { hidden, measured, stage } from './stages'

const words = { t: english('compare'), say: ENGLISH }
const deutsch = { t: german('compare'), say: GERMAN }

const FALL: Partial<Compared> = { value: -14.4, low: -22.5, high: -6.3, p: 0.0004, q: 0.002, isClear: true }
const untested = (state: Compared['state']): Partial<Compared> => ({ state, value: null, low: null, high: null, p: null, q: null, isClear: false })

const difference = (emotion: Partial<Compared>): ComparedSeries['stages'][number]['difference'] => {
  const of = (name: 'emotion' | 'nps' | 'csat' | 'ces' | 'sentiment' | 'text', own: Partial<Compared>): Compared => ({
    ...{ metric: metricOf(name), state: 'tested' as const, value: 0, low: -5, high: 5, p: 1, q: 1, isClear: false, isFinal: true },
    ...own,
  })
  const none = untested('no_answers')
  return { emotion: of('emotion', emotion), nps: of('nps', none), csat: of('csat', none), ces: of('ces', none), sentiment: of('sentiment', none), text: of('text', none) }
}

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }
const OCTOBER = { from: '2026-10-01', to: '2026-10-31' }

const series = (kind: ComparedSeries['kind'], other: Partial<ComparedSeries>, emotions: readonly Partial<Compared>[]): ComparedSeries => ({
  ...{ compare: `${kind}:other`, kind, ...OCTOBER, filter: null, answers: 90, pain: [] },
  stages: emotions.map((emotion, i) => ({ ...own(i), touchpoints: [], difference: difference(emotion) })),
  ...other,
})

const own = (i: number, emotion: Measured = measured('emotion_index', 10 * i)): MapStage => stage(`Stage ${i}`, emotion)

const mapWith = (...compared: ComparedSeries[]): JourneyMap => ({
  ...{ journey: { key: 'j', name: 'J' }, ...NOVEMBER, timeZone: 'UTC', channel: null, filter: null, source: ['survey'], instrument: null, answers: 100, held: 0, today: 0 },
  ...{ channels: [], dimensions: [], pain: [], study: null, transitions: null, personas: { list: [], ready: true, spread: [] }, reach: [], headline: '', version: 1, drafted: 0, recounting: false, lanes: emptyBook() },
  ...{ campaigns: [], gaps: null, beliefs: { places: [], targets: [] }, heat: [], freshness: null, findings: null },
  stages: (compared[0]?.stages ?? []).map((_, i) => ({ ...own(i), headline: '' })),
  compared,
})

describe('pain points beside another group', () => {
  const cell = (own: Partial<Compared>) => ({ touchpoint: 'pay', instrument: 'nps' as const, index: null, score: null, difference: { ...difference(own).emotion } })

  it('have an arrow only where the change is clear, and none beside two groups', () => {
    const one = series('period', { pain: [cell(FALL), cell({ ...FALL, q: 0.2, isClear: false })] }, [{}])
    expect(painChangesOf(words.t, mapWith(one))).toEqual([{ isFall: true, says: 'clear fall' }, null])
    expect(painChangesOf(words.t, mapWith(one, one))).toEqual([])
  })
})

describe('the difference lane', () => {
  it('says a clear fall with its margin, and points to the number', () => {
    const [first] = differencesOf(words, mapWith(series('period', {}, [FALL])), 0)
    expect(first).toMatchObject({ text: '−14 ± 8', range: '−23 to −6', q: '.002', says: 'clear fall', tone: 'worse', pointer: '/compared/0/stages/0/difference/emotion' })
  })
  it('says the same in German', () => {
    const fall = series('period', {}, [FALL])
    expect(differencesOf(deutsch, mapWith(fall), 0)[0]).toMatchObject({ text: '−14 ± 8', range: '−23 bis −6', q: '0,002', says: 'klar gefallen' })
    expect(namesOf(deutsch, { ...NOVEMBER, filter: null }, [{ ...OCTOBER, filter: { dimension: 'channel', value: 'web' } }])).toEqual(['alle Antworten, 1.–30. Nov. 2026', 'Kanal web, 1.–31. Okt. 2026'])
  })
  it('writes both ends of an interval that reaches further to one side', () => {
    expect(differencesOf(words, mapWith(series('period', {}, [{ ...FALL, high: -2 }])), 0)[0]?.text).toBe('−14 (−23 to −2)')
  })
  it('calls nothing clear that was not found clear, however large it is', () => {
    const [first] = differencesOf(words, mapWith(series('period', {}, [{ ...FALL, q: 0.06, isClear: false }])), 0)
    expect(first).toMatchObject({ says: 'no clear change', tone: null })
  })
  it('says lower and higher where no time has passed between the two', () => {
    const web = { ...NOVEMBER, filter: { dimension: 'channel', value: 'web' } }
    expect(differencesOf(words, mapWith(series('channel', web, [FALL, {}])), 0).map(({ says }) => says)).toEqual(['clearly lower', 'no clear difference'])
    expect(differencesOf(words, mapWith(series('period', { from: '2026-12-01', to: '2026-12-31' }, [FALL])), 0)[0]?.says).toBe('clearly lower')
  })
  it('tells changed questions, hidden and missing answers apart, with no number for any of them', () => {
    const lane = differencesOf(words, mapWith(series('period', {}, [untested('mix_changed'), untested('hidden'), untested('no_answers')])), 0)
    expect(lane.map(({ says }) => says)).toEqual(['mix changed', 'too few answers', 'no answers'])
    expect(lane.every(({ text, range, q, bar }) => text === '' && range === '' && q === '' && bar === null)).toBe(true)
  })
  it('calls variants not final before their planned answers, and untested where the split is off', () => {
    const lane = differencesOf(words, mapWith(series('variant', NOVEMBER, [{ ...FALL, isClear: false, isFinal: false }, untested('blocked')])), 0)
    expect(lane.map(({ says, tone }) => [says, tone])).toEqual([['not final yet', null], ['not split evenly', null]])
  })
  it('gives away no hidden number of either side', () => {
    const map = mapWith(series('period', {}, [untested('hidden')]))
    const shown = { ...map, stages: map.stages.map((each) => ({ ...each, emotion: hidden('emotion_index') })) }
    expect(differencesOf(words, shown, 0)[0]).toMatchObject({ base: '<5' })
  })
  it('has one axis that holds every interval', () => {
    expect(axisOf(differencesOf(words, mapWith(series('period', {}, [FALL, {}])), 0))).toBe(30)
    expect(axisOf([])).toBe(10)
  })
  it('writes a very small q as less than, never as 0', () => {
    expect([qText(ENGLISH, 0.0004), qText(ENGLISH, 0.05), qText(ENGLISH, 1), qText(ENGLISH, null)]).toEqual(['< .001', '.050', '1.000', ''])
  })
})

describe('compared series', () => {
  it('are named by what tells them apart', () => {
    const web = { dimension: 'channel', value: 'web' }
    expect(namesOf(words, { ...NOVEMBER, filter: web }, [{ ...OCTOBER, filter: web }])).toEqual(['1–30 Nov 2026', '1–31 Oct 2026'])
    expect(namesOf(words, { ...NOVEMBER, filter: web }, [{ ...NOVEMBER, filter: { dimension: 'channel', value: 'app' } }])).toEqual(['channel web', 'channel app'])
    expect(namesOf(words, { ...NOVEMBER, filter: null }, [{ ...OCTOBER, filter: web }])[1]).toBe('channel web, 1–31 Oct 2026')
  })
  it('show chips in the scores only while there is one of them', () => {
    const one = series('period', {}, [FALL])
    expect(Object.keys(comparisonOf(words, mapWith(one))?.scores ?? {})).toEqual(['nps', 'csat', 'ces', 'sentiment'])
    expect(comparisonOf(words, mapWith(one, { ...one, compare: 'period:b' }))).toMatchObject({ scores: {}, curves: [{ id: 'base' }, {}, {}] })
    expect(comparisonOf(words, mapWith())).toBeNull()
  })
  it('make news of a stage only where a difference was found', () => {
    expect(newsOf('Fell 14 ± 8 points since Oct 2026, n = 612.')).not.toBeNull()
    for (const text of ['Nothing to compare with yet.', 'Nothing changed beyond noise since Oct 2026.', 'Too few answers to show.']) expect(newsOf(text)).toBeNull()
  })
})

describe('what is offered to compare with', () => {
  const offers = (filter: Parameters<typeof offersOf>[3], map = NOVEMBER) =>
    offersOf(words, '/map', map, filter, dimensionsOf(ENGLISH, { channels: [{ value: 'web', n: 10 }, { value: 'app', n: null }], dimensions: [] }))

  it('are the days before and the same days a year before', () => {
    expect(offers({ period: '30d' }).days.map(({ detail }) => detail)).toEqual(['2–31 Oct 2026', '1–30 Nov 2025'])
    expect(comparedAs(['previous', 'year-before', 'channel:web'], NOVEMBER)).toEqual(['period:2026-10-02..2026-10-31', 'period:2025-11-01..2025-11-30', 'channel:web'])
  })
  it('is no year before that overlaps, and none that is the period before', () => {
    expect(offers({ period: '12m' }, { from: '2025-11-23', to: '2026-11-22' }).days).toHaveLength(1)
    expect(offers({ period: 'custom' }, { from: '2024-11-23', to: '2026-11-22' }).days).toHaveLength(1)
  })
  it('are the other values of what is shown, and a second choice takes one away', () => {
    const filter = { period: '90d', channel: 'web', compare: ['channel:app'] } as const
    expect(offers(filter).groups).toEqual([{ label: 'app', detail: 'hidden', isOn: true, href: '/map?channel=web' }])
    expect(offers(filter)).toMatchObject({ groupsTitle: 'Another channel', stop: '/map?channel=web' })
    expect(offers({ period: '90d' })).toMatchObject({ groups: [], stop: null })
  })
  it('ends at five', () => {
    expect(offers({ period: '90d', compare: ['a', 'b', 'c', 'd'] }).isFull).toBe(false)
    expect(offers({ period: '90d', compare: ['a', 'b', 'c', 'd', 'e'] }).isFull).toBe(true)
  })
  it('names the picker of groups by the one dimension that there is', () => {
    const plan = { name: 'plan', values: [{ value: 'pro', n: 1234 }] }
    expect(groupPicker(words.t, dimensionsOf(ENGLISH, { channels: [], dimensions: [plan] }))).toEqual({ label: 'Plan', options: [{ value: 'segment:plan:pro', label: 'pro', detail: '1,234', n: 1234 }] })
    const two = dimensionsOf(ENGLISH, { channels: [], dimensions: [{ name: 'variant', values: [{ value: 'b', n: 6 }] }, plan] })
    expect(groupPicker(words.t, two)?.options.map(({ value, label }) => [value, label])).toEqual([['variant:b', 'variant: b'], ['segment:plan:pro', 'plan: pro']])
  })
})
