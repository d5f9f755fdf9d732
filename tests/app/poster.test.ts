import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawPicture } from '#lib/exports/journey/picture'
import { emptyBook } from '#lib/journeys/document/schema'
import type { MapTouchpoint } from '#lib/maps/types'
import type { PosterMap } from '../../app/_poster/facts'
import { cut, textWidth, wrap } from '../../app/_poster/measure'
import { PAPER } from '../../app/_poster/palette'
import { drawPoster } from '../../app/_poster/poster'
import { wordsIn } from '../../app/_words/catalogue'
import type { Language } from '../../app/_words/languages'
import { ENGLISH, GERMAN } from '../factory/words'
import { measured, numbers } from '../lib/imports/journey/charted'

type Sketch = { names: string[]; values: (number | null)[]; cells: number; counts: (number | null)[] }

function mapOf({ names, values, cells, counts }: Sketch): PosterMap {
  const stages = names.map((name, i) => {
    const n = counts[i] === undefined ? 40 : counts[i]
    const value = n === null ? null : (values[i] ?? null)
    const own = { ...numbers(value, n), nps: measured(value, n, 'nps') }
    return { key: `s${i}`, name, position: i + 1, headline: 'Nothing changed.', touchpoints: [] as MapTouchpoint[], ...own }
  })
  const pain = stages.flatMap(({ key, name, emotion }) =>
    Array.from({ length: cells }, (_, i) => ({ stage: key, touchpoint: `${key}-t${i >> 1}`, name: `${name} ${i >> 1}`, instrument: i % 2 ? ('nps' as const) : ('csat' as const), index: emotion, score: { ...emotion, metric: 'nps' as const }, pain: null })),
  )
  const lanes = emptyBook()
  stages.forEach(({ key, name }, i) => {
    lanes.owner.stage[key] = { name, role: name.slice(0, 60) }
    lanes.assumed.stage[key] = { index: (37 * i) % 100 }
    if (i % 2) lanes.target.stage[key] = { emotion: 40 }
    if (i % 3 === 0) lanes.moment.stage[key] = true
  })
  const campaigns = stages.slice(0, 6).map(({ key, name }, i) => ({ id: `c${i}`, name, channel: 'email', persona: null, personaName: null, audience: null, stages: [key, `s${i + 1}`], starts: '2026-03-01', ends: i % 2 ? '2026-04-01' : null, cost: null, currency: null, state: 'now' as const }))
  const beliefs = { places: stages.map(({ key }) => ({ stage: key, touchpoint: null, assumed: 10, verdict: 'worse' as const, gap: -20 })), targets: [] }
  return { journey: { key: 'j', name: names.join(' ') }, version: 12, from: '2026-01-01', to: '2026-03-31', timeZone: 'Europe/Berlin', filter: null, source: ['survey', 'import'], answers: 1234, held: 3, stages, pain, lanes, campaigns, beliefs, headline: `${names[0]} hurts most: ${names.join(', ')}.` }
}

const draw = (map: PosterMap, language: Language = 'en') => drawPoster({ map, made: 'Made today.', paint: PAPER, t: wordsIn(language, 'show'), say: language === 'de' ? GERMAN : ENGLISH })

const unescape = (text: string) => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
const number = (tag: string, name: string) => Number(new RegExp(` ${name}="([-\\d.]+)"`).exec(tag)?.[1])

type Written = { text: string; left: number; right: number; top: number; bottom: number; size: number }

function textsOf(svg: string): Written[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, tag = '', inner = '']) => {
    const [text, size, x, y] = [unescape(inner), number(tag, 'font-size'), number(tag, 'x'), number(tag, 'y')]
    const width = textWidth(text, size, tag.includes('font-weight'))
    const left = tag.includes('middle') ? x - width / 2 : tag.includes('"end"') ? x - width : x
    return { text, size, left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.2 }
  })
}

const overlapping = (texts: Written[]) =>
  texts.flatMap((a, i) => texts.slice(i + 1).filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5).map((b) => `${a.text} / ${b.text}`))

const name = fc.oneof(fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme' }), fc.constantFrom('Kundenzufriedenheitsbefragungsabschlussgespräch', 'Use & support', '<script>alert(1)</script>', '用户支持与服务阶段', 'W'.repeat(120)))
const value = fc.option(fc.double({ min: -100, max: 100, noNaN: true }))
const sketches: fc.Arbitrary<Sketch> = fc.integer({ min: 1, max: 20 }).chain((count) =>
  fc.record({
    names: fc.array(name, { minLength: count, maxLength: count }),
    values: fc.array(value, { minLength: count, maxLength: count }),
    counts: fc.array(fc.constantFrom(null, 7, 40, 123_456), { minLength: count, maxLength: count }),
    cells: fc.integer({ min: 0, max: 30 }),
  }),
)

describe('the map on one sheet', () => {
  it.each(['en', 'de'] as const)('has no text on another, none outside and none too small, whatever the journey is called (%s)', (language) => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const svg = draw(mapOf(sketch), language)
        const [, width = '', height = ''] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
        const texts = textsOf(svg)
        expect(texts.length).toBeGreaterThan(10)
        expect(texts.filter(({ left, right, top, bottom, size }) => left < 0 || right > Number(width) || top < 0 || bottom > Number(height) || size < 12)).toEqual([])
        expect(overlapping(texts)).toEqual([])
        expect(Number(width) / Number(height)).toBeCloseTo(Math.SQRT2, 2)
      }),
      { numRuns: 60 },
    )
  })

  it('holds names as text, and nothing of them as markup', () => {
    const svg = draw(mapOf({ names: ['<script>alert("1")</script>', 'B & C'], values: [1, 2], counts: [40, 40], cells: 1 }))
    expect(svg).not.toContain('<script')
    expect(textsOf(svg).map(({ text }) => text)).toContain('B & C')
  })

  it('hides what the map hides: hatched, without a number, and the line stops', () => {
    const svg = draw(mapOf({ names: ['A', 'B', 'C'], values: [10, null, 30], counts: [40, null, 40], cells: 1 }))
    const texts = textsOf(svg).map(({ text }) => text)
    expect(texts.filter((text) => text === '<5').length).toBeGreaterThan(0)
    expect(svg).toContain('url(#poster-hatch)')
    // Two lines between three points, and the sample of the legend; with the middle one hidden that sample alone.
    const lines = (middle: number | null) => draw(mapOf({ names: ['A', 'B', 'C'], values: [10, 20, 30], counts: [40, middle, 40], cells: 0 })).match(/stroke-width="2.25"/g)?.length
    expect([lines(40), lines(null)]).toEqual([3, 1])
    expect(texts.join(' ')).toContain('3 numbers are hidden')
  })

  it('tells "no answers" from "hidden" in words', () => {
    const texts = (counts: (number | null)[]) => textsOf(draw(mapOf({ names: ['A'], values: [null], counts, cells: 0 }))).map(({ text }) => text)
    expect(texts([0])).toContain('No answers')
    expect(texts([null])).toContain('hidden for privacy')
  })

  it('names a campaign of its own year in full, where the year would cost the name', () => {
    const names = Array.from({ length: 6 }, () => 'Customer stories')
    const texts = textsOf(draw(mapOf({ names, values: [], counts: [], cells: 0 }))).map(({ text }) => text)
    expect(texts).toContain('Customer stories · 1 Mar – 1 Apr')
  })
  it('is a picture with letters in it', async () => {
    const svg = draw(mapOf({ names: ['Awareness', 'Größe'], values: [10, -20], counts: [40, 12], cells: 3 }))
    const picture = await drawPicture(svg, 700)
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    const bare = await drawPicture(svg.replace(/<text[^>]*>[^<]*<\/text>/g, ''), 700)
    expect(picture.length).toBeGreaterThan(bare.length * 1.5)
  })
})

describe('a line of text', () => {
  it('fits the room that it has', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 20, max: 400 }), (text, width) => {
      expect(textWidth(cut(text, width, 12), 12)).toBeLessThanOrEqual(Math.max(width, textWidth('…', 12)))
      for (const line of wrap(text, width, 12, 3)) expect(textWidth(line, 12)).toBeLessThanOrEqual(Math.max(width, 2 * 14))
      expect(wrap(text, width, 12, 3).length).toBeLessThanOrEqual(3)
    }))
  })

  it('keeps all its words where there is room', () => {
    expect(wrap('Emotion index of 987 answers', 90, 12, 9).join(' ')).toBe('Emotion index of 987 answers')
  })
})
