import { describe, expect, it } from 'vitest'
import { curlOf, explainAddress, jqOf } from '../../../app/w/[workspace]/journeys/[journey]/_explain/address'
import { figureOf } from '../../../app/w/[workspace]/journeys/[journey]/_explain/figure'
import { ENGLISH, english, GERMAN, german } from '../../factory/words'
import { hidden, measured, nobody } from './stages'

const words = { t: english('explain'), say: ENGLISH }

const ofNps = { number: '/stages/0/nps', metric: 'nps' } as const
const plain = { number: '', metric: null }
const compared = { metric: 'nps', state: 'tested', value: -14.2, low: -22.1, high: -6.4, p: 0.0004, q: 0.0031, isClear: true, isFinal: true } as const

describe('the value in an explanation', () => {
  it('is written with its interval and answers, and says where they are few, hidden or none', () => {
    expect(figureOf(words, { ...ofNps, shown: measured('nps', 36, 9) })).toEqual({ value: '+36', notes: ['95 % interval +26 to +46', '9 answers', 'fewer than 30, read with care'] })
    expect(figureOf(words, { ...ofNps, shown: hidden('nps') }).value).toBe('<5')
    expect(figureOf(words, { ...ofNps, shown: nobody('nps') })).toEqual({ value: '–', notes: ['no answers in these days'] })
  })
  it('of a difference says whether it is clear, or why nothing was tested', () => {
    expect(figureOf(words, { ...plain, shown: compared })).toEqual({ value: '−14 points', notes: ['95 % interval −22 to −6', 'q .003', 'clear'] })
    const changed = { ...compared, state: 'mix_changed', value: null, low: null, high: null, q: null, isClear: false }
    expect(figureOf(words, { ...plain, shown: changed })).toEqual({ value: '–', notes: ['other questions were asked, so nothing is tested'] })
  })
  it('is written in German as its readers do', () => {
    const deutsch = { t: german('explain'), say: GERMAN }
    expect(figureOf(deutsch, { ...plain, shown: compared })).toEqual({ value: '−14 Punkte', notes: ['95-%-Intervall −22 bis −6', 'q 0,003', 'klar'] })
    expect(figureOf(deutsch, { ...plain, shown: { r: 0.412, low: 0.301, high: 0.512, n: 1, suppressed: false } })).toEqual({ value: 'r 0,41', notes: ['95-%-Intervall 0,30 bis 0,51', '1 Person mit beidem'] })
  })
  it('of a driver is its r, of a weight a share, of a place with few people neither', () => {
    const driver = { r: 0.412, low: 0.301, high: 0.512, n: 240, suppressed: false }
    expect(figureOf(words, { ...plain, shown: driver })).toEqual({ value: 'r 0.41', notes: ['95 % interval 0.30 to 0.51', '240 people with both'] })
    expect(figureOf(words, { ...plain, shown: { ...driver, suppressed: true } }).value).toBe('<5')
    expect(figureOf(words, { ...plain, number: '/drivers/0/weight', shown: 0.2 }).value).toBe('0.200')
  })
  it('of a watch, a forecast and a plan reads as words', () => {
    expect(figureOf(words, { ...plain, shown: { from: '2026-01-01', z: -2.14, ewma: -1.2, limit: 0.94, watch: true } })).toEqual({ value: '−2.1 standard errors', notes: ['smoothed −1.2, limit −0.9', 'watch'] })
    expect(figureOf(words, { ...ofNps, shown: { from: '', to: '', value: 30, low: 20, high: 40 } })).toEqual({ value: '+30', notes: ['95 % interval +20 to +40'] })
    expect(figureOf(words, { ...plain, shown: { needed: 225, still: 125, days: 13 } })).toEqual({ value: '225', notes: ['125 still missing', 'about 13 days at this pace'] })
  })
  it('of what a severity is made of is written as the list of pain points writes it', () => {
    const made = (part: string, shown: number) => figureOf(words, { metric: null, number: `/pain/3/pain/${part}`, shown }).value
    expect([made('share', 0.432), made('impact', 0.4), made('persistence', 3), made('severity', 8.66)]).toEqual(['43\u00a0%', '0.40', '3 months running', '8.7'])
  })
  it('of a count is the count, and nothing where it is hidden', () => {
    expect(figureOf(words, { ...plain, shown: 1830 }).value).toBe('1,830')
    expect(figureOf(words, { ...plain, shown: null }).value).toBe('<5')
  })
})

describe('the call for the same number', () => {
  it('points into the answer as jq does', () => {
    expect(jqOf('/data/stages/0/nps')).toBe('.data.stages[0].nps')
    expect(jqOf('/data/a-b/c')).toBe('.data["a-b"].c')
  })
  it('is one line for a terminal', () => {
    expect(curlOf('https://x.test', { path: '/api/v1/m?a=1&b=2', pointer: '/data/answers' })).toBe(`curl -s -H "x-api-key: $WAYFELT_KEY" 'https://x.test/api/v1/m?a=1&b=2' | jq '.data.answers'`)
  })
  it('of a page names the read and what the page asked, each comparison by itself', () => {
    expect(explainAddress('acme', 'map', { journey: 'shop', channel: undefined, segment: null, compare: ['channel:web', 'channel:app'] })).toBe('/w/acme/explain?of=map&journey=shop&compare=channel%3Aweb&compare=channel%3Aapp')
  })
})
