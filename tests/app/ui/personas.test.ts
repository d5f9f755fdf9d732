import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparable, dimensionsOf, groupText } from '../../../app/w/[workspace]/journeys/[journey]/_compare/groups'
import { APART, spread } from '../../../app/w/[workspace]/journeys/[journey]/_compare/lines'
import { namesOf } from '../../../app/w/[workspace]/journeys/[journey]/_compare/names'
import { allOf } from '../../../app/w/[workspace]/journeys/[journey]/_compare/menu/offers'
import { inWords } from '../../../app/w/[workspace]/journeys/[journey]/_headline/words'
import { ENGLISH, english, GERMAN, german } from '../../factory/words'
import { draftOf, newCondition, rulesOf } from '../../../app/w/[workspace]/journeys/[journey]/personas/_form/draft'
import { sharesOf } from '../../../app/w/[workspace]/journeys/[journey]/personas/_list/shares'

const words = { t: english('compare'), say: ENGLISH }
const personas = {
  ready: true,
  spread: [],
  list: [{ key: 'small', name: 'Small teams', n: 40 }, { key: 'large', name: 'Larger teams', n: 60 }, { key: 'few', name: 'Few', n: null }, { key: 'unmatched', name: 'No persona', n: 0 }],
}
const values = [{ value: 'few', n: null }, { value: 'large', n: 60 }, { value: 'small', n: 40 }, { value: 'unmatched', n: 7 }]
const [persona] = dimensionsOf(ENGLISH, { channels: [], dimensions: [{ name: 'persona', values }], personas })

describe('personas on the map', () => {
  it('stand in their order by their names, not by their keys', () => {
    expect(persona?.options.map(({ value, label }) => [value, label])).toEqual([
      ['segment:persona:small', 'Small teams'], ['segment:persona:large', 'Larger teams'], ['segment:persona:few', 'Few'], ['segment:persona:unmatched', 'No persona'],
    ])
    const filter = { dimension: 'persona', value: 'large' }
    expect([groupText(words.t, filter, personas), groupText(words.t, { dimension: 'plan', value: 'pro' }, personas)]).toEqual(['Larger teams', 'plan pro'])
    const days = { from: '2026-11-01', to: '2026-11-30' }
    expect(namesOf(words, { ...days, filter, personas }, [{ ...days, filter: { dimension: 'persona', value: 'small' } }])).toEqual(['Larger teams', 'Small teams'])
  })
  it('can be chosen where their rules fit nobody, so that the map says so', () => {
    const list = [{ key: 'nobody', name: 'Islanders', n: 0 }, ...personas.list]
    const [all] = dimensionsOf(ENGLISH, { channels: [], dimensions: [{ name: 'persona', values: values.slice(0, 3) }], personas: { ...personas, list } })
    expect(all?.options.map(({ label, detail }) => `${label} ${detail}`)).toEqual(['Islanders 0', 'Small teams 40', 'Larger teams 60', 'Few hidden'])
  })
  it('have a German name for those who fit none, and headlines in German where it is known what they found', () => {
    const deutsch = { t: german('headline'), say: GERMAN }
    const map = { personas, stages: [], headline: 'No answers yet in this period.', findings: { journey: [{ is: 'none' as const }], stages: {} } }
    const said = inWords(deutsch, map)
    expect([said.personas.list.at(-1)?.name, said.personas.list[0]?.name, said.headline]).toEqual(['Keine Persona', 'Small teams', 'In diesem Zeitraum gibt es noch keine Antworten.'])
    expect(inWords(deutsch, { ...map, findings: null }).headline).toBe('No answers yet in this period.')
  })
  it('are compared all at once, those left out that are hidden or no kind of people, and once they are it takes them away', () => {
    expect(persona && comparable(persona)).toEqual(['segment:persona:small', 'segment:persona:large'])
    const offer = persona && allOf('/map', { period: '90d' }, persona)
    expect([offer?.detail, offer?.isOn, offer?.href]).toEqual(['2', false, '/map?segment=persona%3Asmall&compare=segment%3Apersona%3Alarge'])
    const on = persona && allOf('/map', { period: '90d', segment: 'persona:small', compare: ['segment:persona:large'] }, persona)
    expect([on?.isOn, on?.href]).toEqual([true, '/map'])
  })
  it('have shares of all answers, or say why there is none', () => {
    const shares = sharesOf(ENGLISH, personas, 120)
    expect([shares.small, shares.few]).toMatchObject([{ state: 'shown', value: '33\u00a0%', n: 40 }, { state: 'few' }])
    expect(sharesOf(ENGLISH, { ...personas, ready: false }, 120).small).toEqual({ state: 'waiting' })
    expect(sharesOf(ENGLISH, personas, 0).unmatched).toEqual({ state: 'empty' })
  })
})

describe('the words beside three lines', () => {
  it('keep their order and their distance, and stay within the lane', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 292 }), { minLength: 1, maxLength: 3 }), (heights) => {
      const placed = spread(heights, 8, 258)
      const inOrder = heights.map((y, i) => ({ y, at: placed[i] ?? NaN })).sort((a, b) => a.y - b.y || a.at - b.at)
      expect(inOrder.every(({ at }, i) => at >= 8 && at <= 258 && (i === 0 || at - (inOrder[i - 1]?.at ?? 0) >= APART))).toBe(true)
    }))
    expect(spread([50, 120], 8, 258)).toEqual([50, 120])
  })
})

describe('rules while they are written', () => {
  it('come back as they were', () => {
    const rules = [[{ field: 'attribute' as const, name: 'plan', test: 'one_of' as const, values: ['pro'] }, { field: 'channel' as const, test: 'there' as const }], [{ field: 'attribute' as const, name: 'seats', test: 'at_least' as const, number: -2.5 }]]
    expect(rulesOf(draftOf(rules))).toEqual(rules)
  })
  it('are none until every condition is finished, and a number may have a comma', () => {
    const of = (more: object) => rulesOf([{ id: 1, all: [{ ...newCondition({ field: 'attribute', name: 'seats' }), ...more }] }])
    expect([of({}), of({ name: ' ', test: 'there' }), of({ test: 'at_least', number: 'ten' }), of({ test: 'at_most', number: '1e3' }), rulesOf([])]).toEqual([null, null, null, null, null])
    expect(of({ test: 'at_most', number: ' −1,5 ' })).toEqual([[{ field: 'attribute', name: 'seats', test: 'at_most', number: -1.5 }]])
  })
})
