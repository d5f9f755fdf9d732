import { describe, expect, it } from 'vitest'
import type { Need, Plan, PlannedStage } from '#lib/maps/read-plan'
import { ENGLISH, english, GERMAN, german } from '../../factory/words'
import { goalOf, headlineOf, paceText, rowsOf } from '../../../app/w/[workspace]/journeys/[journey]/plan/words'

const words = { t: english('trends.plan'), say: ENGLISH }
const need = (needed: number, n: number | null, perDay = 10): Need => {
  const still = n === null ? null : Math.max(0, needed - n)
  return { needed, still, days: still === null ? null : Math.ceil(still / perDay) }
}
const stage = (name: string, n: number | null, needed = 200): PlannedStage => ({
  key: name.toLowerCase(), name, position: 1, n, basis: n ? 'measured' : 'assumed', margin: need(needed, n), change: need(300, n),
})
const plan = (...stages: PlannedStage[]): Plan => ({
  journey: { key: 'shop', name: 'Shop' }, from: '2026-01-01', to: '2026-03-31', timeZone: 'UTC', channel: null, filter: null, source: ['survey'],
  metric: 'emotion', margin: 10, change: 15, power: 0.8, stages,
})

describe('the sentence over the plan', () => {
  it('counts the stages that are narrow enough and names the one that lacks the most', () => {
    const stages = [stage('Order', 300), stage('Pay', 200), stage('Delivery', 75), stage('Use', 190), stage('Return', null)]
    expect(headlineOf(words, plan(...stages))).toBe('Two of five stages are narrow enough; Delivery needs 125 more, about 13 days.')
  })
  it('asks nothing of a stage where the measure was never asked', () => {
    expect(headlineOf(words, plan(stage('Order', 0), stage('Pay', 30)))).toBe('The one stage with answers is not yet narrow enough; Pay needs 170 more, about 17 days.')
    expect(headlineOf(words, plan(stage('Order', 0), stage('Pay', 300), stage('Use', 300)))).toBe('Both stages with answers are narrow enough.')
  })
  it('says when all are there, when none is, and when the rest is hidden', () => {
    expect(headlineOf(words, plan(stage('Order', 300), stage('Pay', 300)))).toBe('Both stages are narrow enough.')
    expect(headlineOf(words, plan(stage('Order', 0), stage('Pay', 0)))).toMatch(/^Nobody has answered in these days\. From 200 answers on/)
    expect(headlineOf(words, plan(stage('Order', 20), stage('Pay', 30)))).toBe('None of the two stages is narrow enough; Order needs 180 more, about 18 days.')
    expect(headlineOf(words, plan(stage('Order', 300), stage('Pay', null)))).toBe('One of two stages is narrow enough; the others have too few answers to be shown.')
  })
})

describe('the same sentence in German', () => {
  it.each([
    ['Zwei von drei Phasen sind eng genug; Pay braucht noch 125, etwa 13 Tage.', [stage('Order', 300), stage('Pay', 75), stage('Use', 1190)]],
    ['Die eine Phase mit Antworten ist noch nicht eng genug; Pay braucht noch 170, etwa 17 Tage.', [stage('Order', 0), stage('Pay', 30)]],
    ['In diesen Tagen hat niemand geantwortet. Ab 1.234 Antworten ist eine Phase auf ±10 Punkte bekannt.', [stage('Order', 0, 1234)]],
  ])('reads: %s', (says, stages) => {
    expect(headlineOf({ t: german('trends.plan'), say: GERMAN }, plan(...stages))).toBe(says)
  })
})

describe('a goal', () => {
  it('never draws a hidden count, nor more than the whole', () => {
    expect(goalOf(words, need(200, null), null, '/x')).toMatchObject({ share: null, state: 'hidden', still: '' })
    expect(goalOf(words, need(200, 900), 900, '/x')).toMatchObject({ share: 1, state: 'done' })
    expect(goalOf(words, need(200, 50), 50, '/x')).toMatchObject({ share: 0.25, state: 'missing', still: '150', pace: 'about 15 days at this pace' })
  })
  it('has no pace where nobody answers', () => {
    expect(goalOf(words, { needed: 97, still: 97, days: null }, 0, '/x').pace).toContain('no pace')
    expect([1, 60, 130, 900].map((days) => paceText(words, days))).toEqual(['about 1 day', 'about 60 days', 'about 4 months', 'more than two years'])
  })
  it('points to the number that it shows', () => {
    expect(rowsOf(words, plan(stage('Order', 3), stage('Pay', 4)))[1]).toMatchObject({ at: '/stages/1/n', change: { pointer: '/stages/1/change' } })
  })
})
