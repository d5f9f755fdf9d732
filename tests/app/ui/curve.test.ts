import { describe, expect, it } from 'vitest'
import { curveOf, LANE, laneY, textY } from '../../../app/w/[workspace]/journeys/[journey]/_curve/curve'
import { across, bandOf, down, leftOf, pairsOf, runsOf } from '../../../app/w/[workspace]/journeys/[journey]/_curve/geometry'
import { legendOf } from '../../../app/w/[workspace]/journeys/[journey]/_map/legends'
import { ENGLISH, GERMAN } from '../../factory/words'
import { hidden, measured, nobody, stage } from './stages'

const emotion = (value: number, n?: number) => measured('emotion_index', value, n)

describe('the emotion curve', () => {
  it('has one axis from -100 to +100 whatever the answers are', () => {
    expect(laneY(100)).toBe(LANE.top)
    expect(laneY(-100)).toBe(LANE.height - LANE.bottom)
    expect(laneY(0)).toBe((laneY(100) + laneY(-100)) / 2)
  })
  it('names each point in one sentence for those who hear it', () => {
    const [point] = curveOf(ENGLISH, [stage('Onboarding', { ...emotion(-7, 612), low: -12, high: -1 })])
    expect(point?.label).toBe('Onboarding: emotion index −7, interval −12 to −1, 612 answers')
  })
  it('says its numbers as German readers write them', () => {
    const [point] = curveOf(GERMAN, [stage('Kauf', { ...emotion(-7, 1612), low: -12, high: -1 })])
    expect(point).toMatchObject({ label: 'Kauf: Emotionsindex −7, Intervall −12 bis −1, 1.612 Antworten', n: '1.612' })
  })
  it('never draws few, hidden and no answers alike, and gives away no hidden number', () => {
    const points = curveOf(ENGLISH, [stage('A', emotion(5, 12)), stage('B', hidden('emotion_index')), stage('C', nobody('emotion_index'))])
    expect(points.map(({ state }) => state)).toEqual(['low', 'hidden', 'empty'])
    expect(points[1]).toMatchObject({ index: null, low: null, high: null, n: '<5', range: '', text: '<5' })
  })
  it('breaks its line where a stage is hidden or empty, and never joins across', () => {
    const [low, high] = [emotion(5), emotion(50)]
    const stages = [stage('A', low), stage('B', high), stage('C', hidden('emotion_index')), stage('D', low), stage('E', nobody('emotion_index')), stage('F', high)]
    expect(runsOf(curveOf(ENGLISH, stages)).map((run) => run.map(({ place }) => place))).toEqual([[0.5, 1.5], [3.5], [5.5]])
  })
  it('dashes the way to a point that rests on few answers, and no other', () => {
    const [run = []] = runsOf(curveOf(ENGLISH, [stage('A', emotion(5)), stage('B', emotion(50)), stage('C', emotion(20, 12))]))
    expect(pairsOf(run).map(({ isLow }) => isLow)).toEqual([false, true])
  })
  it('carries each interval to both of its ends, which need not be equally far', () => {
    const [run = []] = runsOf(curveOf(ENGLISH, [stage('A', { ...emotion(20), low: -5, high: 26 }), stage('B', { ...emotion(0), low: -50, high: 50 })]))
    expect(bandOf(across(2, { height: 200, top: 0, bottom: 0 }), run)).toBe('M0.5 74L1.5 50L1.5 150L0.5 105Z')
  })
  it('is the same curve turned where the map runs down', () => {
    expect(down(4, 92).at(1.5, -100)).toEqual({ x: 0, y: 138 })
    expect(leftOf(down(4, 92), down(4, 92).at(0.5, 50))).toBe('75%')
    expect(leftOf(across(6, LANE), across(6, LANE).at(0.5, 50))).toBe('8.333%')
  })
  it('marks each point by what was asked, and names only the shapes that are drawn', () => {
    const asked = (name: string, ...keys: ('nps' | 'csat' | 'ces' | 'sentiment')[]) => ({ ...stage(name, emotion(5)), ...Object.fromEntries(keys.map((key) => [key, measured('nps', 5)])) })
    const stages = [asked('A', 'nps'), asked('B', 'csat'), asked('C', 'ces', 'nps'), asked('D', 'sentiment'), { ...asked('E', 'ces'), emotion: nobody('emotion_index') }]
    const points = curveOf(ENGLISH, stages)
    expect(points.map(({ mark }) => mark)).toEqual(['nps', 'csat', 'mixed', 'sentiment', 'ces'])
    expect(legendOf(points).marks).toEqual(['nps', 'csat', 'sentiment', 'mixed'])
    expect(legendOf(points.slice(0, 1)).marks).toEqual([])
  })
  it('puts the label of a valley below it and all others above', () => {
    const points = curveOf(ENGLISH, [stage('A', emotion(20)), stage('B', emotion(-20)), stage('C', emotion(30))])
    expect(points.map(({ side }) => side)).toEqual(['above', 'below', 'above'])
  })
  it('writes no value across the zero line, on whichever side it stands', () => {
    const isClear = (top: number) => top + 20 < laneY(0) || top + 4 > laneY(0)
    for (let end = -100; end <= 100; end += 1) {
      expect([end, isClear(textY({ side: 'above', low: -100, high: end })), isClear(textY({ side: 'below', low: end, high: 100 }))]).toEqual([end, true, true])
    }
    expect(textY({ side: 'above', low: 0, high: 50 })).toBe(laneY(50) - 27)
    expect(textY({ side: 'below', low: -94, high: -50 }), 'below it stands the count').toBe(laneY(-50) - 27)
  })
  it('calls only points with enough answers lowest and highest', () => {
    const points = curveOf(ENGLISH, [stage('A', emotion(-90, 8)), stage('B', emotion(-20)), stage('C', emotion(30)), stage('D', emotion(10))])
    expect(points.map(({ note }) => note)).toEqual(['low', 'lowest', 'highest', null])
  })
  it('keeps the note away from the line that rises to the right', () => {
    const points = curveOf(ENGLISH, [stage('A', emotion(50)), stage('B', emotion(10)), stage('C', emotion(20))])
    expect(points.map(({ noteSide }) => noteSide)).toEqual(['right', 'right', 'right'])
    expect(curveOf(ENGLISH, [stage('A', emotion(10)), stage('B', emotion(60))])[0]?.noteSide).toBe('left')
    expect(curveOf(ENGLISH, [stage('A', emotion(0)), stage('B', emotion(10)), stage('C', emotion(60))])[1]?.noteSide).toBe('left')
  })
})
