import { describe, expect, it } from 'vitest'
import { fault, invalid, notFound, Problem } from '#lib/errors'
import { type Filter, filterQuery, OVER_TIME_PRESET, periodName, PRESETS, withGroup, withoutPanel } from '../../../app/w/[workspace]/journeys/[journey]/_filter/address'
import { asksUncounted, presetDays, readFilter } from '../../../app/w/[workspace]/journeys/[journey]/_filter/filter'
import { missingOf } from '../../../app/w/[workspace]/journeys/[journey]/_filter/missing'
import { withoutRefused } from '../../../app/w/[workspace]/journeys/[journey]/_filter/refused'
import { english, german } from '../../factory/words'

const read = (query: string) => readFilter(Object.fromEntries(new URLSearchParams(query)))

describe('the filters of an address', () => {
  it('come back from the address that they made', () => {
    const filter = { period: 'custom', from: '2017-01-01', to: '2018-12-31', channel: 'in-app & web', stage: 'use', touchpoint: 'use.overall', search: '50 %' } as const
    expect(read(filterQuery(filter))).toEqual({ filter, fault: null })
  })
  it('leave out what is at its default, which is another on the page over time', () => {
    expect(filterQuery({ period: '90d' })).toBe('')
    expect(filterQuery({ period: '90d' }, OVER_TIME_PRESET)).toBe('?period=90d')
    expect(filterQuery({ period: '12m' }, OVER_TIME_PRESET, { metric: 'csat' })).toBe('?metric=csat')
  })
  it('name a wrong date and show the default period instead of failing', () => {
    expect(read('from=2026-02-30&to=2026-03-01')).toMatchObject({ filter: { period: '90d' }, fault: 'dates' })
    expect(read('from=2026-03-02&to=2026-03-01').fault).toBe('order')
    expect(read('from=2026-03-02').fault).toBe('dates')
  })
  it('never pass on what the read model refuses', () => {
    expect(read('from=0001-01-01&to=9999-12-31')).toMatchObject({ filter: { period: '90d' }, fault: 'dates' })
    expect(read('channel=%00&stage=%00&touchpoint=%00&search=%00').filter).toEqual({ period: '90d' })
  })
  it('name what they cannot read: a period that is not offered, a name given twice', () => {
    expect(read('period=5y')).toMatchObject({ filter: { period: '90d' }, fault: 'unread' })
    expect(readFilter({ channel: ['web', 'phone'] })).toMatchObject({ filter: { channel: undefined }, fault: 'unread' })
    expect(read('detail=x').fault).toBe('unread')
    expect(read('search=&utm_source=mail').fault).toBe(null)
  })
  it('know where they ask for a segment that is not counted, also to compare with', () => {
    const counted = [{ name: 'variant' }, { name: 'plan' }]
    const asked = [{ segment: 'plan:pro' }, { segment: 'country:de:at' }, { compare: ['channel:web', 'segment:country:de'] }, { compare: 'segment:plan:pro' }, { segment: ['a:b', 'c:d'] }]
    expect(asked.map((params) => asksUncounted(params, counted))).toEqual([false, true, true, false, false])
  })
  it('lose the panel, and only the panel, when it closes', () => {
    const { filter } = read('period=7d&channel=web&heat=severity&stage=use&touchpoint=help&search=slow')
    expect(filterQuery(withoutPanel(filter))).toBe('?period=7d&channel=web&heat=severity')
  })
})

describe('what a map is compared with', () => {
  it('comes back from the address in its order, and stays when the panel closes', () => {
    const filter = { period: '30d', segment: 'plan:pro', compare: ['previous', 'segment:plan:free', 'period:2026-01-01..2026-01-31'] } as const
    expect(readFilter({ period: '30d', segment: 'plan:pro', compare: [...filter.compare] })).toEqual({ filter: withoutPanel({ ...filter, stage: 'use' }), fault: null })
    expect(new URLSearchParams(filterQuery(filter)).getAll('compare')).toEqual(filter.compare)
  })
  it('is named where it cannot be read', () => {
    expect(readFilter({ compare: Array.from({ length: 6 }, (_, i) => `channel:${i}`) })).toMatchObject({ fault: 'compare', filter: { compare: undefined } })
    expect(read('segment=plan&from=2026-01-01&to=2026-01-31')).toMatchObject({ fault: 'segment', filter: { from: '2026-01-01' } })
  })
  it('keeps the days but no group of another dimension, nor the one that is now shown', () => {
    const filter: Filter = { period: '90d', channel: 'web', compare: ['previous', 'channel:app', 'channel:phone'] }
    expect(withGroup(filter, 'channel:app')).toMatchObject({ channel: 'app', compare: ['previous', 'channel:phone'] })
    expect(withGroup(filter, 'segment:plan:pro')).toMatchObject({ channel: undefined, segment: 'plan:pro', compare: ['previous'] })
    expect(withGroup({ ...filter, compare: ['channel:app'] }, '')).toMatchObject({ channel: undefined, compare: undefined })
  })
})

describe('what a view asks for', () => {
  const map = { stages: [], filter: null, answers: 12 }
  it('may have left the map: a stage that was merged or archived', () => {
    expect(missingOf(map, undefined)).toBe(null)
    expect(missingOf(map, 'gone')).toBe('stage')
  })
  it('may have no answers: a persona whose rules fit nobody, a channel that nobody came by', () => {
    const of = (dimension: string) => missingOf({ ...map, answers: 0, filter: { dimension, value: 'x' } }, undefined)
    expect([of('persona'), of('channel'), missingOf({ ...map, answers: 0 }, undefined)]).toEqual(['persona', 'group', null])
    expect(missingOf({ ...map, answers: null, filter: { dimension: 'channel', value: 'x' } }, undefined)).toBe(null)
  })
})

describe('a relative period', () => {
  it('counts today as one of its days', () => {
    expect(presetDays('7d', '2026-03-01')).toEqual({ from: '2026-02-23', to: '2026-03-01' })
    expect(presetDays('12m', '2026-11-22')).toEqual({ from: '2025-11-23', to: '2026-11-22' })
  })
  it('is called by its name, a range of one’s own by its days', () => {
    const names = (t: Parameters<typeof periodName>[0]) => [...PRESETS, 'custom' as const].map((period) => periodName(t, { period }, '1–8 Mar 2026'))
    expect(names(english('map'))).toEqual(['Last 7 days', 'Last 30 days', 'Last 90 days', 'Last 12 months', '1–8 Mar 2026'])
    expect(names(german('map'))[3]).toBe('Letzte 12 Monate')
  })
  it('of twelve months begins on a real day after a leap day', () => {
    expect(presetDays('12m', '2028-02-29')).toEqual({ from: '2027-03-01', to: '2028-02-29' })
    expect(presetDays('12m', '2028-02-28').from).toBe('2027-03-01')
  })
})

describe('what the read model refuses of an address', () => {
  const refused = (pointer: string) => invalid(fault(pointer, 'wrong', 'No.'))
  const { filter } = read('from=2026-01-01&to=2026-01-31&segment=plan:pro&compare=previous')
  it('is left out, and only that: what is compared, else the group, else the days', () => {
    expect(withoutRefused(filter, refused('/compare/0'), OVER_TIME_PRESET)).toEqual({ filter: { ...filter, compare: undefined }, lost: 'without' })
    expect(withoutRefused(filter, refused('/segment'), OVER_TIME_PRESET)).toMatchObject({ filter: { period: 'custom', segment: undefined }, lost: 'all' })
    expect(withoutRefused(read('channel=a&segment=b:c').filter, new Problem('filter_too_wide', 'No.'), OVER_TIME_PRESET)?.filter).toEqual({ period: '90d' })
    expect(withoutRefused(filter, refused('/from'), OVER_TIME_PRESET)).toMatchObject({ filter: { period: '12m', from: undefined }, lost: 'period' })
  })
  it('is an error where nothing can be left out, or something else is wrong', () => {
    expect(withoutRefused({ period: '12m' }, refused('/from'), OVER_TIME_PRESET)).toBeNull()
    expect(withoutRefused(filter, notFound('journey'), OVER_TIME_PRESET)).toBeNull()
  })
})
