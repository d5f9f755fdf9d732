import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { emptyBook } from '#lib/journeys/document/schema'
import { holdBeliefs } from '#lib/maps/beliefs/hold'
import type { MapStage } from '#lib/maps/types'
import type { Freshness } from '#lib/maps/freshness/types'
import { SeriesTable } from '../../../app/w/[workspace]/journeys/[journey]/_compare/series-table'
import type { Difference } from '../../../app/w/[workspace]/journeys/[journey]/_difference/difference'
import { curveOf } from '../../../app/w/[workspace]/journeys/[journey]/_curve/curve'
import { againstText } from '../../../app/w/[workspace]/journeys/[journey]/_curve/emotion-points'
import { EmotionTable } from '../../../app/w/[workspace]/journeys/[journey]/_curve/emotion-table'
import { Facts } from '../../../app/w/[workspace]/journeys/[journey]/_facts/facts'
import { PainLegend } from '../../../app/w/[workspace]/journeys/[journey]/_map/legends'
import { PainList } from '../../../app/w/[workspace]/journeys/[journey]/_pain/pain-list'
import { StageScores } from '../../../app/w/[workspace]/journeys/[journey]/_lanes/scores-lane'
import { english, GERMAN, german, spoken } from '../../factory/words'
import { hidden, measured, nobody, stage } from './stages'

const shown = (drawn: ReactNode, language: 'en' | 'de') =>
  renderToStaticMarkup(spoken(drawn, language)).replace(/<[^>]+>/g, ' ').replace(/&lt;/g, '<').replace(/\s+/g, ' ').trim()

const emotion = (value: number, n?: number) => measured('emotion_index', value, n)
const quiet = (one: MapStage) => ({ ...one, headline: '' })
const bare = (stages: readonly MapStage[]) => ({ stages: stages.map(quiet), beliefs: holdBeliefs(stages, emptyBook()) })

describe('the map in two languages', () => {
  it('heads its table and says what is hidden and what rests on few answers', () => {
    const table = createElement(EmotionTable, { map: bare([stage('Buy', emotion(-7, 1612)), stage('Use', emotion(4, 12)), stage('Renew', hidden('emotion_index'))]) })
    expect(shown(table, 'en')).toContain('Stage Emotion index 95 % interval Answers Buy −7 −17 to +3 1,612 Use +4 −6 to +14 12 (low n) Renew <5 <5, hidden')
    expect(shown(table, 'de')).toContain('Phase Emotionsindex 95-%-Intervall Antworten Buy −7 −17 bis +3 1.612 Use +4 −6 bis +14 12 (wenige) Renew <5 <5, verborgen')
  })

  it('has what a team wrote, its touchpoints and how old the answers are in the table, too', () => {
    const lanes = emptyBook()
    Object.assign(lanes.assumed.touchpoint, { pay: { index: 20 } })
    Object.assign(lanes.target.stage, { buy: { emotion: 25 } })
    const buy = { ...stage('Buy', emotion(20)), touchpoints: [{ ...stage('Pay', emotion(4)), channel: null, overall: false }] }
    const review = { everyDays: null, staleDays: 30, lastOn: null, nextOn: null, days: null, isDue: false }
    const freshness: Freshness = { today: '2026-11-22', review, stages: [{ stage: 'buy', lastOn: '2026-11-21', days: 1, isStale: false }] }
    const map = { stages: [quiet(buy)], beliefs: holdBeliefs([buy], lanes), freshness }
    expect(shown(createElement(EmotionTable, { map, details: true }), 'en')).toContain(
      'Answers Assumed Target Last answer Buy +20 +10 to +30 100 – +25, 5 below, in reach yesterday Buy Pay +4 −6 to +14 100 +20, worse than assumed –',
    )
    expect(shown(createElement(EmotionTable, { map }), 'de')).toContain('Ziel Letzte Antwort Buy +20 +10 bis +30 100 +25, 5 darunter, erreichbar gestern')
  })

  it('has the target in the table of a compared curve, too, as it is drawn there', () => {
    const lanes = emptyBook()
    Object.assign(lanes.target.stage, { a: { emotion: 40 } })
    const stages = [stage('A', emotion(5))]
    const curves = [{ id: 'base', name: 'Now', answers: '', answersAt: '', points: curveOf(GERMAN, stages) }]
    expect(shown(createElement(SeriesTable, { curves, map: { beliefs: holdBeliefs(stages, lanes) } }), 'en')).toContain('Stage Now Target A +5 −5 bis +15 n 100 +40, 35 below')
  })

  it('names the faces and their scale as the reader does', () => {
    const faced = { ...quiet(stage('Buy', emotion(10))), sentiment: measured('sentiment_index', 12, 1200) }
    const scores = createElement(StageScores, { map: bare([faced]), stage: faced, place: 0 })
    expect(shown(scores, 'en')).toContain('Faces')
    expect(shown(scores, 'de')).toMatch(/^Gesichter .*n 1\.200/)
  })

  it('tells of a stage, or of one of its touchpoints, what was asked there and nothing else', () => {
    const pay = { ...stage('Pay', emotion(-40)), sentiment: measured('sentiment_index', -40), channel: null, overall: false }
    const buy = { ...stage('Buy', emotion(10)), nps: measured('nps', 12), sentiment: hidden('sentiment_index'), touchpoints: [pay] }
    const facts = (touchpoint?: string) => shown(createElement(Facts, { stage: buy, touchpoint, hrefOf: (key = '') => `/${key}` }), 'en')
    expect(facts()).toMatch(/^Emotion index \+10 0 to \+20 n 100 NPS \+12 \+2 to \+22 n 100 Faces <5, hidden/)
    expect(facts('pay')).toMatch(/^Only Pay \. Show the whole stage Emotion index −40 −50 to −30 n 100 Faces −40/)
    expect(facts('gone')).toBe(facts())
  })

  it('explains its colours', () => {
    expect(shown(createElement(PainLegend), 'en')).toBe('−100 +100 borders at ±10, ±35, ±65 n below 30 <5 hidden · no answers')
    expect(shown(createElement(PainLegend), 'de')).toBe('−100 +100 Grenzen bei ±10, ±35, ±65 n unter 30 <5 verborgen · keine Antworten')
  })

  it('lists pain points', () => {
    const cell = { stage: 'buy', touchpoint: 'pay', name: 'Pay', instrument: 'sentiment' as const, index: emotion(-4), score: measured('sentiment_index', -4), pain: null }
    const list = createElement(PainList, { map: { stages: [quiet(stage('Buy', emotion(10)))], pain: [cell], study: null } })
    expect(shown(list, 'de')).toContain('Phase Kontaktpunkt Instrument Wert Emotionsindex Antworten Buy Pay Gesichter −4 −4 −14 bis +6 100')
  })

  it('holds a point against another curve', () => {
    const points = curveOf(GERMAN, [stage('A', emotion(5)), stage('B', hidden('emotion_index')), stage('C', nobody('emotion_index'))])
    const difference = { text: '+3 ± 9', says: 'no clear change' } as Difference
    expect(againstText(english('map'), { name: 'October', points }, 2)).toBe('October: no answers')
    expect(againstText(german('map'), { name: 'Oktober', points }, 1)).toBe('Oktober: weniger als 5 Antworten, zum Schutz der Personen verborgen')
    expect(againstText(german('map'), { name: 'Oktober', points }, 0, difference)).toBe('Oktober: +5, −5 bis +15, 100 Antworten. Unterschied +3 ± 9, no clear change')
  })
})
