import { describe, expect, it } from 'vitest'
import { emptyBook } from '#lib/journeys/document/schema'
import type { Effect } from '#lib/maps/campaigns/types'
import { whenOf } from '../../../app/w/[workspace]/journeys/[journey]/_campaigns/words'
import { costText, effectText } from '../../../app/w/[workspace]/journeys/[journey]/campaigns/effect-words'
import { noteOf } from '../../../app/w/[workspace]/journeys/[journey]/present/notes'
import { ENGLISH, english, GERMAN, german } from '../../factory/words'
import { measured, stage } from './stages'

const [en, de] = [{ t: english('campaigns'), say: ENGLISH }, { t: german('campaigns'), say: GERMAN }]
const shown = { from: '2026-09-01', to: '2026-11-22' }

describe('campaigns in words', () => {
  it('say when they are, the year only where it is another', () => {
    expect(whenOf(en, { starts: '2026-11-03', ends: '2026-11-20' }, shown)).toBe('3–20 Nov')
    expect(whenOf(de, { starts: '2026-11-03', ends: '2026-11-20' }, shown)).toBe('3.–20. Nov.')
    expect(whenOf(de, { starts: '2025-11-03', ends: '2025-11-20' }, shown)).toBe('3.–20. Nov. 2025')
  })
  it('cost what they cost as a language writes money', () => {
    const cost = { cost: 1250.5, currency: 'EUR' }
    expect([costText(ENGLISH, cost), costText(GERMAN, cost), costText(GERMAN, { cost: null, currency: null })]).toEqual(['€1,250.50', '1.250,50\u00a0€', '–'])
  })
  it('have their effect with its interval, also where it is not as wide on both sides', () => {
    const effect = { state: 'tested', value: -12, low: -30, high: -4, isClear: true, during: measured('nps', 20, 1200), before: measured('nps', 32, 80) } as Effect
    expect(effectText(en, effect)).toMatchObject({ value: '−12 (−30 to −4)', tone: 'worse' })
    expect(effectText(de, effect).value).toBe('−12 (−30 bis −4)')
    expect([effectText(en, effect).counts, effectText(de, effect).counts]).toEqual([expect.stringContaining('1,200'), expect.stringContaining('1.200')])
  })
  it('say why nothing is compared, and of how many answers where none may be told apart', () => {
    const untold = { value: null, low: null, high: null, isClear: false } as const
    const none = { ...untold, state: 'no_answers', during: measured('nps', 20, 40), before: { ...measured('nps', 0, 0), value: null } } as Effect
    expect(effectText(en, none)).toEqual({ value: null, says: 'no answers to compare', tone: null, counts: '40 answers, 0 before' })
    expect(effectText(en, { ...none, state: 'too_short', during: none.before })).toMatchObject({ says: 'too short to say', counts: null })
    const few = { ...none, state: 'hidden', before: { ...none.before, suppressed: true, n: null } } as Effect
    expect(effectText(de, few)).toEqual({ value: null, says: 'weniger als 5 Antworten, zum Schutz verborgen', tone: null, counts: null })
  })
})

describe('the note of a slide', () => {
  it('says the numbers of its stage in the language of whoever speaks', () => {
    const at = { ...stage('Buy', measured('emotion_index', -7, 100)), headline: '' }
    const map = { lanes: emptyBook(), beliefs: { places: [], targets: [] }, stages: [at] } as unknown as Parameters<typeof noteOf>[1]
    expect(noteOf({ t: english('show'), say: ENGLISH }, map, at)).toBe('emotion index −7, interval −17 to +3, 100 answers.')
    expect(noteOf({ t: german('show'), say: GERMAN }, map, at)).toBe('Emotionsindex −7, Intervall −17 bis +3, 100 Antworten.')
  })
})
