import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accentOn, coloursCss, darkAccent, SURFACE } from '#lib/widget/colours'
import { contrast, legible, mixed, readableOn } from '#lib/widget/contrast'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

test('contrast is what WCAG says', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
  expect(contrast('#ffffff', '#ffffff')).toBe(1)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrast('#0d5c6b', '#ffffff')).toBeCloseTo(contrast('#ffffff', '#0d5c6b'), 10)
})

test('a mixture lies between its parts', () => {
  expect([mixed('#000000', '#ffffff', 0), mixed('#000000', '#ffffff', 0.5), mixed('#000000', '#ffffff', 1)]).toEqual(['#000000', '#808080', '#ffffff'])
})

test('what is written on a colour is white or nearly black, whichever reads better', () => {
  expect([readableOn('#ffe600'), readableOn('#0d5c6b')]).toEqual(['#14191f', '#ffffff'])
})

test('a colour that can be read already stays as it is', () => {
  expect(legible('#0d5c6b', '#ffffff', 4.5)).toBe('#0d5c6b')
})

test('whatever accent is chosen, its button and its lines can be read, on light and on dark', () => {
  fc.assert(
    fc.property(colour, fc.constantFrom(SURFACE.light, SURFACE.dark), (accent, surface) => {
      const { accent: fill, on, line, hover, soft } = accentOn(accent, surface)
      expect(contrast(fill, on)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(hover, on)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(line, surface)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(soft, surface === SURFACE.light ? '#14191f' : '#eceff2')).toBeGreaterThanOrEqual(7)
      expect(contrast(darkAccent(accent), SURFACE.dark)).toBeGreaterThanOrEqual(6)
    }),
  )
})

test('a survey without colours of its own says nothing about them', () => {
  expect(coloursCss({})).toBe('')
  expect(coloursCss({ accent: '#ffe600' })).toContain('--on-accent:#14191f')
})
