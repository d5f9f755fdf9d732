import { describe, expect, it } from 'vitest'
import { severityClass, severityShade } from '#ui/heat-cell'
import type { Pain, PainCell, StudyNow } from '#lib/maps/types'
import { formatSeverity, lastingOf, persistenceText, rankedCells, studyText, whyParts } from '../../../app/w/[workspace]/journeys/[journey]/_pain/words'
import { ENGLISH, english, GERMAN, german } from '../../factory/words'
import { measured } from './stages'

const words = { t: english('pain'), say: ENGLISH }
const deutsch = { t: german('pain'), say: GERMAN }

const pain = (change: Partial<Pain> = {}): Pain => ({
  severity: 14.1, share: 0.43, reach: 0.8, reachFrom: 'events', impact: 0.41, r: 0.41, people: 200, persistence: 0, rank: 1,
  why: [{ factor: 'reach', value: 0.8, median: 0.4, times: 2 }, { factor: 'share', value: 0.43, median: 0.2, times: 2.15 }],
  ...change,
})
const cell = (touchpoint: string, weight: Pain | null): PainCell => ({
  stage: 'buy', touchpoint, name: touchpoint, instrument: 'nps', index: measured('emotion_index', -20), score: measured('nps', -20), pain: weight,
})
const study: StudyNow = { state: 'done', progress: null, countedAt: '2026-11-20T12:00:00Z', window: { from: '2025-11-21', to: '2026-11-20' }, outcome: { kind: 'overall_nps' } }

describe('severity', () => {
  it('has five classes, a border belonging to the higher, and is hatched below 30 answers', () => {
    expect([0, 0.99, 1, 2, 5, 10, 100].map(severityClass)).toEqual([1, 1, 2, 3, 4, 5, 5])
    expect(severityShade(7, false)).toEqual({ backgroundColor: 'var(--sv-4)', color: 'var(--sv-4-t)' })
    expect(severityShade(12, true).backgroundImage).toContain('repeating')
  })
  it('keeps a digit where it is small', () => {
    expect([0, 0.04, 4.25, 9.96, 12.6].map((x) => formatSeverity(ENGLISH, x))).toEqual(['0.0', '<0.1', '4.3', '10', '13'])
    expect([0.04, 4.25].map((x) => formatSeverity(GERMAN, x))).toEqual(['<0,1', '4,3'])
  })
  it('speaks of a run of bad months from the second on', () => {
    expect([null, 0, 1, 3].map((months) => persistenceText(words.t, months))).toEqual(['', '', '', 'bad 3 months running'])
  })
})

describe('bad months in a row', () => {
  it('name their instruments only where not all of the touchpoint are meant', () => {
    const of = (...months: number[]) => lastingOf(words.t, months.map((persistence, i) => ({ ...cell('a', pain({ persistence })), instrument: i === 0 ? 'nps' : 'ces' })))
    expect(of(3, 3)).toEqual([{ months: 3, names: '' }])
    expect(of(3, 1)).toEqual([{ months: 3, names: 'NPS' }])
    expect(of(2, 4)).toEqual([{ months: 4, names: 'CES' }, { months: 2, names: 'NPS' }])
    expect(of(0, 1)).toEqual([])
  })
})

describe('why a pain point comes first', () => {
  it('names what stands out, the strongest first, and the rest after it', () => {
    expect(whyParts(words, pain(), 3, 'overall NPS').map(({ text, stands, pointer }) => [text, stands, pointer])).toEqual([
      ['reaches 80\u00a0% of people (by events)', '2.0× the median', '/pain/3/pain/reach'],
      ['43\u00a0% unhappy', '2.2× the median', '/pain/3/pain/share'],
      ['goes together with overall NPS, r\u00a0=\u00a00.41', '', '/pain/3/pain/r'],
    ])
  })
  it('says the same in German', () => {
    expect(whyParts(deutsch, pain(), 0, 'NPS insgesamt').map(({ text, stands }) => [text, stands])).toEqual([
      ['erreicht 80\u00a0% der Menschen (nach Ereignissen)', '2,0× Median'],
      ['43\u00a0% unzufrieden', '2,2× Median'],
      ['hängt zusammen mit NPS insgesamt, r\u00a0=\u00a00,41', ''],
    ])
  })
  it('says where reach comes from, and where impact is only assumed', () => {
    const [share, reach, impact] = whyParts(words, pain({ reachFrom: 'responses', r: null, impact: 0.3, why: [] }), 0, 'overall NPS')
    expect([share?.text, reach?.text]).toEqual(['43\u00a0% unhappy', 'reaches 80\u00a0% of people (by responses)'])
    expect(impact?.text).toContain('assumed')
  })
  it('never says that what goes the other way goes together', () => {
    expect(whyParts(words, pain({ r: -0.2, impact: 0.05, why: [] }), 0, 'overall NPS')[2]?.text).toBe('does not go together with overall NPS, r\u00a0=\u00a0−0.20')
  })
})

describe('the list of pain points', () => {
  it('goes by rank, ends with the tenth and leaves out what is hidden', () => {
    const cells = Array.from({ length: 12 }, (_, i) => cell(`t${i}`, pain({ rank: 12 - i })))
    const { ranked, more, isWeighed } = rankedCells([...cells, cell('hidden', pain({ share: null, severity: null, rank: null }))])
    expect([ranked.length, ranked[0]?.index, more, isWeighed]).toEqual([10, 11, 2, true])
  })
  it('goes by the share of unhappy answers before a study, and says that it is being counted', () => {
    const early = (share: number) => pain({ share, severity: null, reach: null, reachFrom: null, impact: null, r: null, rank: null, why: [] })
    const { ranked, isWeighed } = rankedCells([cell('a', early(0.1)), cell('b', early(0.6))])
    expect([ranked.map((each) => each.cell.touchpoint), isWeighed]).toEqual([['b', 'a'], false])
    expect(studyText(words, { ...study, state: 'running', countedAt: null, progress: { done: 42, of: 100 } })).toContain('42 % of the answers')
    expect(studyText(words, study)).toBeNull()
  })
})
