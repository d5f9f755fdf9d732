import { expect, test } from 'vitest'
import { type Change, findingsOf, stageFinding } from '#lib/maps/headline/find'
import { headlineSentence, stageSentence } from '#lib/maps/headline/sentence'
import type { Compared, ComparedPlace, MapStage } from '#lib/maps/types'
import { measureIndex } from '#lib/stats/index-of'
import { measure, metricOf } from '#lib/stats/measure'
import { hide } from '#lib/stats/suppress'
import { instrumentSums } from '#lib/stats/sums'
import { EMPTY, type Tally } from '#lib/stats/tally'
import { headlineText, shortText, stageText } from '../../../app/w/[workspace]/journeys/[journey]/_headline/words'
import { ENGLISH, english, GERMAN, german } from '../../factory/words'
import { counts } from '../stats/counts'

const none = (instrument: 'nps' | 'csat' | 'ces' | 'sentiment' | 'text') => measure(metricOf(instrument), EMPTY)

/** A stage where only NPS was asked. */
const tallies = new WeakMap<MapStage, Tally>()

function stage(name: string, tally: Tally, isHidden = false): MapStage {
  const [emotion, nps] = [measureIndex('nps', tally), measure('nps', tally)]
  const numbers = { csat: none('csat'), ces: none('ces'), sentiment: none('sentiment'), text: none('text') }
  const made = { key: name, name, position: 1, touchpoints: [], ...numbers, emotion: isHidden ? hide(emotion) : emotion, nps: isHidden ? hide(nps) : nps }
  tallies.set(made, tally)
  return made
}

const WORDS = { t: english('headline'), say: ENGLISH }
const DEUTSCH = { t: german('headline'), say: GERMAN }

const find = (stages: MapStage[], change: Change | null = null) => findingsOf(stages, (one) => instrumentSums('nps', tallies.get(one) ?? EMPTY), change)

/** As the API says it; an English page says the same. */
function say(stages: MapStage[], change: Change | null = null): string {
  const findings = find(stages, change)
  expect(headlineText(WORDS, findings)).toBe(headlineSentence(findings))
  return headlineSentence(findings)
}

function stageHeadline(of: MapStage, change: Change | null): string {
  const finding = stageFinding(of, change)
  expect(stageText(WORDS, finding)).toBe(stageSentence(finding))
  return stageSentence(finding)
}

const middling = stage('Order', counts('nps', { 10: 60, 7: 40, 3: 60 }))
const bad = stage('Equipment', counts('nps', { 10: 10, 2: 90 }))
const worseButFew = stage('Use', counts('nps', { 0: 12 }))

test('the lowest stage whose interval lies apart is named in the unit that was asked', () => {
  expect(say([middling, bad])).toBe('Equipment hurts most: NPS −80 (−90 to −66), 100 answers.')
})

test('a stage with few answers does not win, but is not passed over', () => {
  expect(say([middling, bad, worseButFew])).toMatch(/^Equipment hurts most: .* Use lies lower still, with only 12 answers\.$/)
})

test('stages whose intervals meet are not told apart', () => {
  expect(say([middling, stage('Pay', counts('nps', { 10: 55, 7: 40, 3: 65 }))])).toBe('No stage stands out clearly yet.')
  expect(say([bad])).toBe('No stage stands out clearly yet.')
})

test('a lowest stage that people like is no pain', () => {
  const liked = stage('Order', counts('nps', { 8: 100 }))
  expect(say([liked, stage('Use', counts('nps', { 10: 100 }))])).toMatch(/^Order is the low point: NPS 0 /)
})

test('nor is one whose answers do not clearly lie below the middle', () => {
  const unsure = stage('Order', counts('nps', { 4: 40, 6: 30 }))
  expect(say([unsure, stage('Use', counts('nps', { 10: 100 }))])).toMatch(/^Order is the low point: /)
})

test('nothing and too little are said as they are', () => {
  const empty = stage('Order', EMPTY)
  expect(say([empty])).toBe('No answers yet in this period.')
  expect(say([empty, stage('Use', counts('nps', { 0: 3 }), true)])).toBe('Too few answers to show yet.')
})

const before = { text: '', kind: 'period', from: '2026-02-01', to: '2026-02-28', filter: null } as const
const difference = (value: number, q: number): Compared =>
  ({ metric: 'emotion_index', state: 'tested', value, low: value - 9, high: value + 9, p: q / 2, q, isClear: q <= 0.05, isFinal: true })
const untested: Compared = { ...difference(0, 1), state: 'no_answers', value: null, p: null, q: null }
const place = (emotion: Compared, more: Partial<ComparedPlace> = {}): ComparedPlace =>
  ({ emotion, nps: untested, csat: untested, ces: untested, sentiment: untested, text: untested, ...more })
const changeOf = (...found: [MapStage, Compared][]): Change =>
  ({ other: before, stages: found.map(([{ key }, emotion]) => ({ key, difference: place(emotion) })) })

test('what changed most clearly comes first, with its margin and n', () => {
  const change = changeOf([middling, difference(-12, 0.01)], [bad, difference(-30, 0.2)])
  expect(say([middling, bad], change)).toMatch(/^Order fell 12 ± 9 points since Feb 2026, n = 160\. Equipment hurts most: /)
})

test('a change that may be noise is never claimed', () => {
  const change = changeOf([middling, difference(-12, 0.06)], [bad, difference(40, 0.4)])
  expect(say([middling, bad], change)).toMatch(/100 answers\. Nothing changed beyond noise since Feb 2026\.$/)
  expect(stageHeadline(middling, change)).toBe('Nothing changed beyond noise since Feb 2026.')
})

test('against another group than a period nothing falls or rises', () => {
  const other = { ...before, kind: 'channel', filter: { dimension: 'channel', value: 'web' } } as const
  expect(stageHeadline(middling, { ...changeOf([middling, difference(12, 0.01)]), other })).toBe('Is 12 ± 9 points higher than with channel web, n = 160.')
})

test('where other questions were asked nothing is tested, and it says so', () => {
  const mixed: Compared = { ...difference(0, 1), state: 'mix_changed', value: null }
  expect(stageHeadline(middling, changeOf([middling, mixed]))).toMatch(/^Mix changed: /)
})

test('where the feeling is not clear, a score that clearly changed is said in its own unit', () => {
  const fall: Compared = { ...difference(-18, 0.01), metric: 'nps' }
  const change: Change = { other: before, stages: [{ key: middling.key, difference: place(difference(-12, 0.08), { nps: fall }) }] }
  expect(stageHeadline(middling, change)).toBe('Fell 18 ± 9 NPS points since Feb 2026, n = 160.')
  expect(say([middling, bad], change)).toMatch(/^Order fell 18 ± 9 NPS points since Feb 2026, n = 160\. Equipment hurts most: /)
})

test('two variants without the planned answers are neither told apart nor called alike', () => {
  const variant = { text: '', kind: 'variant', from: '2026-02-01', to: '2026-02-28', filter: { dimension: 'variant', value: 'b' } } as const
  const early: Change = { other: variant, stages: [{ key: 'Order', difference: place({ ...difference(40, 0.001), isClear: false, isFinal: false }) }] }
  expect(say([middling], early)).toBe('Not final: too few answers of each variant yet.')
  expect(stageHeadline(middling, early)).toBe('Not final: too few answers of each variant yet.')
  const late: Change = { other: variant, stages: [{ key: 'Order', difference: place(difference(2, 0.8)) }] }
  expect([say([middling], late), stageHeadline(middling, late)]).toEqual(['No stage differs beyond noise.', 'No difference beyond noise.'])
})

test('a claim is the best of all scores, so all of them count against it', () => {
  const scores = { nps: difference(-18, 0.8), csat: difference(-5, 0.9), ces: difference(4, 0.7), sentiment: difference(3, 0.95) }
  // p = .02: clear among itself, but not as the smallest of five.
  const change: Change = { other: before, stages: [{ key: middling.key, difference: place(difference(-12, 0.04), scores) }] }
  expect(stageHeadline(middling, change)).toBe('Nothing changed beyond noise since Feb 2026.')
  expect(stageHeadline(middling, { ...change, stages: [{ key: middling.key, difference: place(difference(-12, 0.04)) }] })).toMatch(/^Fell 12 /)
})

const web: Change['other'] = { ...before, kind: 'channel', filter: { dimension: 'channel', value: 'web' } }

test('a German page says it in German', () => {
  const change = changeOf([middling, difference(-12, 0.01)], [bad, difference(-30, 0.2)])
  expect(headlineText(DEUTSCH, find([middling, bad, worseButFew], change))).toBe(
    'Order ist gegenüber Feb. 2026 um 12 ± 9 Punkte gefallen, n = 160. Equipment schmerzt am meisten: NPS −80 (−90 bis −66), 100 Antworten. Use liegt noch tiefer, mit nur 12 Antworten.',
  )
  expect(stageText(DEUTSCH, stageFinding(middling, change))).toBe('Gegenüber Feb. 2026 um 12 ± 9 Punkte gefallen, n = 160.')
  expect(stageText(DEUTSCH, stageFinding(middling, { ...change, other: web }))).toBe('Um 12 ± 9 Punkte tiefer als bei Kanal web, n = 160.')
  expect(headlineText(DEUTSCH, find([stage('Order', EMPTY)]))).toBe('In diesem Zeitraum gibt es noch keine Antworten.')
})

test('what stands under every stage leaves out the days, and what is no change of days stays whole', () => {
  const change = changeOf([middling, difference(-12, 0.01)])
  const findings = (found: Change) => ({ findings: { journey: [], stages: { [middling.key]: stageFinding(middling, found) } } })
  const said = { key: middling.key, headline: 'as it was' }
  expect([shortText(WORDS, findings(change), said), shortText(DEUTSCH, findings(change), said)]).toEqual(['Fell 12 ± 9 points.', 'Um 12 ± 9 Punkte gefallen.'])
  expect([shortText(WORDS, findings({ ...change, other: web }), said), shortText(WORDS, { findings: null }, said)]).toEqual(['as it was', 'as it was'])
})
