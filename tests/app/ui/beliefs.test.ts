import { describe, expect, it } from 'vitest'
import { emptyBook } from '#lib/journeys/document/schema'
import { holdBeliefs } from '#lib/maps/beliefs/hold'
import type { MapStage } from '#lib/maps/types'
import { contradicted, missed, pointBelief, verdictAt } from '../../../app/w/[workspace]/journeys/[journey]/_beliefs/words'
import { spreadOf } from '../../../app/w/[workspace]/journeys/[journey]/_curve/spread'
import { curveOf, touchpointsOf } from '../../../app/w/[workspace]/journeys/[journey]/_curve/curve'
import { legendOf } from '../../../app/w/[workspace]/journeys/[journey]/_map/legends'
import { askedIn, stageCell } from '../../../app/w/[workspace]/journeys/[journey]/_pain/by-stage'
import { wordsIn } from '../../../app/_words/catalogue'
import { ENGLISH, GERMAN } from '../../factory/words'
import { hidden, measured, nobody, stage } from './stages'

const emotion = (value: number, n?: number) => measured('emotion_index', value, n)

const [words, german] = [{ t: wordsIn('en', 'map'), say: ENGLISH }, { t: wordsIn('de', 'map'), say: GERMAN }]

function written(stages: readonly MapStage[]) {
  const lanes = emptyBook()
  Object.assign(lanes.assumed.stage, { a: { index: 35, because: 'We rebuilt it.' }, b: { index: 90 }, c: { index: 5 } })
  Object.assign(lanes.target.stage, { a: { emotion: 40 }, b: { emotion: 25 } })
  Object.assign(lanes.moment.stage, { a: true })
  return { lanes, beliefs: holdBeliefs(stages, lanes) }
}

const stages = [stage('A', emotion(-7)), stage('B', emotion(20)), stage('C', hidden('emotion_index'))]

describe('what a team wrote, on the page', () => {
  it('is said in one sentence with the point it belongs to', () => {
    const map = written(stages)
    const [a, b, c] = curveOf(ENGLISH, stages, '', (key) => pointBelief(map, words, key))
    expect(a?.label).toBe('A: emotion index −7, interval −17 to +3, 100 answers; moment of truth; assumed +35, worse than assumed; target +40, clearly missed by 47 points. Why it was assumed: We rebuilt it.')
    expect(b?.belief?.says).toBe('assumed +90, worse than assumed; target +25, 5 points below it, in reach of the interval')
    expect(c?.belief?.says).toBe('assumed +5, too few to say')
    expect(pointBelief(map, german, 'c').says).toBe('angenommen +5, zu wenige Antworten')
  })
  it('lists the largest gap first and only targets that are out of reach', () => {
    const { beliefs } = written(stages)
    expect(contradicted(beliefs.places).map(({ stage: at, gap }) => [at, gap])).toEqual([['b', -70], ['a', -42]])
    expect(missed(beliefs.targets).map(({ stage: at }) => at)).toEqual(['a'])
  })
  it('marks no place of which nothing was assumed', () => {
    const map = written([stage('D', emotion(10))])
    expect(verdictAt(map, 'd')).toBe(null)
    expect(pointBelief(map, words, 'd')).toEqual({ assumed: null, target: null, isMoment: false, says: '' })
  })
  it('is in the legend only where it is on the curve', () => {
    const map = written(stages)
    const drawn = legendOf(curveOf(ENGLISH, stages, '', (key) => pointBelief(map, words, key)))
    expect(drawn).toEqual({ marks: [], low: false, hidden: true, moment: true, assumed: true, target: true, touchpoints: false })
    expect(Object.values(legendOf(curveOf(ENGLISH, [stage('D', emotion(10))]))).flat().some(Boolean)).toBe(false)
  })
})

describe('touchpoints on the curve', () => {
  it('spread evenly over their column in order, and never stand on the stage’s own point', () => {
    for (let n = 1; n <= 12; n++) {
      const places = Array.from({ length: n }, (_, i) => spreadOf(i, n))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      expect(places.every((place) => place > 0 && place < 1 && Math.abs(place - 0.5) > 0.03)).toBe(true)
      expect(new Set(places).size).toBe(n)
    }
  })
  it('are those with a value or a belief, and say at which stage they are', () => {
    const touchpoint = (key: string, own: MapStage['emotion'], overall = false) => ({ ...stage(key, own), key, name: key, channel: null, overall })
    const at = { ...stage('Buy', emotion(10)), touchpoints: [touchpoint('pay', emotion(5)), touchpoint('cart', hidden('emotion_index')), touchpoint('buy.overall', emotion(9), true)] }
    const unwritten = { assumed: null, target: null, isMoment: false, says: '' }
    const points = touchpointsOf(ENGLISH, at, 2, () => unwritten)
    expect(points.map(({ pointer, label }) => [pointer, label])).toEqual([['/stages/2/touchpoints/0/emotion', 'pay, Buy: emotion index +5, interval −5 to +15, 100 answers']])
    const believed = touchpointsOf(ENGLISH, { ...at, touchpoints: [touchpoint('shop', nobody('emotion_index'))] }, 2, () => ({ ...unwritten, assumed: 40, says: 'assumed +40, assumed only' }))
    expect(believed).toMatchObject([{ state: 'empty', index: null, label: 'shop, Buy: emotion index: no answers yet; assumed +40, assumed only' }])
    expect(legendOf([], [believed])).toMatchObject({ assumed: true, touchpoints: false })
  })
})

describe('the heat map by stage', () => {
  const cell = (touchpoint: string, severity: number | null) => ({
    ...{ stage: 'buy', touchpoint, name: touchpoint, instrument: 'nps' as const, index: emotion(0), score: measured('nps', 0) },
    pain: severity === null ? null : { severity, share: 0.1, reach: 0.1, reachFrom: null, impact: 0.1, r: null, people: null, persistence: null, rank: null, why: [] },
  })
  const map = { heat: [{ stage: 'buy', instrument: 'nps' as const, index: emotion(3) }], pain: [cell('pay', 2), cell('cart', 7), cell('rest', null)] }

  it('shows the severity of the worst touchpoint, and where it stands', () => {
    expect(stageCell(map, 'buy', 'nps')?.worst).toMatchObject({ touchpoint: 'cart', at: 1 })
    expect(stageCell(map, 'use', 'nps')).toBe(null)
    expect(askedIn(map.heat)).toEqual(['nps'])
  })
})
