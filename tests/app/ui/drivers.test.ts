import { expect, test } from 'vitest'
import { placeLabels } from '../../../app/w/[workspace]/journeys/[journey]/drivers/labels'
import { axisOf, dotOf, outcomeName } from '../../../app/w/[workspace]/journeys/[journey]/drivers/dots'
import { headlineOf } from '../../../app/w/[workspace]/journeys/[journey]/drivers/headline'
import { ENGLISH, english, GERMAN, german } from '../../factory/words'
import type { Driver, Drivers } from '#lib/maps/drivers/read-drivers'

const words = { t: english('trends.drivers'), say: ENGLISH }

const driver = (more: Partial<Driver>): Driver => ({
  key: 'pay', name: 'Payment', stage: 'buy', r: 0.357, low: 0.2, high: 0.5, n: 1240, suppressed: false, lowN: false, spearman: 0.34, weight: null,
  performance: { metric: 'emotion_index', value: -12.4, low: -20, high: -5, n: 1240, suppressed: false, lowN: false }, quadrant: 'fix', ...more,
})

const drivers = (found: Driver[]): Drivers => ({
  journey: { key: 'shop', name: 'Shop' }, by: 'touchpoint', outcome: { kind: 'attribute', name: 'renewed', positive: 'yes' }, window: null, countedAt: null,
  state: 'done', progress: null, minPairs: 30, drivers: found, lines: null, johnson: null, note: '',
})

test('a place is written with two digits of r, its interval and its people', () => {
  const dot = dotOf(words, driver({}), drivers([]))
  expect([dot.r, dot.range, dot.n, dot.performance, dot.quadrant, dot.why]).toEqual(['0.36', '0.20 to 0.50', '1,240', '−12', 'Fix first', ''])
})

test('a place without r says why and is not drawn', () => {
  const few = dotOf(words, driver({ r: null, low: null, high: null, n: 12, lowN: true, quadrant: null }), drivers([]))
  expect([few.r, few.x, few.why]).toEqual(['–', null, '12 of 30 people needed'])
  expect(dotOf(words, driver({ r: null, n: null, suppressed: true }), drivers([])).why).toContain('hidden')
})

test('the axis of r holds zero and every interval', () => {
  expect(axisOf([dotOf(words, driver({ low: -0.31, high: 0.57 }), drivers([]))])).toEqual({ lowest: -0.4, highest: 0.6, ticks: [-0.4, -0.2, 0, 0.2, 0.4, 0.6] })
  expect(axisOf([]).lowest).toBe(0)
})

test('the headline claims only what is clear of zero, and never a cause', () => {
  expect(headlineOf(words, drivers([driver({})]))).toBe('Fix first: Payment (r 0.36, index −12) clearly goes together with renewed = yes and lies below the middle.')
  expect(headlineOf(words, drivers([driver({ r: 0.05, n: 300 })]))).toBe('No place goes clearly together with renewed = yes yet.')
  expect(headlineOf(words, drivers([driver({ r: null })]))).toContain('No place has 30 people yet')
  expect(outcomeName(words.t, { kind: 'overall_nps' })).toBe('overall NPS')
  const said = headlineOf({ t: german('trends.drivers'), say: GERMAN }, drivers([driver({})]))
  expect(said).toBe('Zuerst verbessern: Payment (r 0,36, Index −12) hängt klar zusammen mit renewed = yes und liegt unter der Mitte.')
})

test('names cover neither each other, nor a point, nor a corner, and stay within the plot', () => {
  const spots = Array.from({ length: 14 }, (_, i) => ({ key: `k${i}`, x: 200 + (i % 4) * 12, y: 30 + Math.floor(i / 4) * 10, width: 90 }))
  const corner = { left: 200, right: 300, top: 0, bottom: 22 }
  const labels = placeLabels(spots, { left: 0, top: 0, right: 500, bottom: 400 }, [corner])
  expect(labels).toHaveLength(14)
  const boxes = labels.map(({ x, y, anchor }) => {
    const left = x - { start: 0, middle: 45, end: 90 }[anchor]
    return { left, right: left + 90, top: y - 10, bottom: y + 3 }
  })
  const meet = (a: (typeof boxes)[number], b: (typeof boxes)[number]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  expect(boxes.filter((a, i) => boxes.some((b, j) => i < j && meet(a, b)) || meet(a, corner))).toEqual([])
  expect(boxes.filter((a) => spots.some(({ x, y }) => meet(a, { left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 })))).toEqual([])
  expect(boxes.every(({ left, right, top, bottom }) => left >= 0 && right <= 500 && top >= 0 && bottom <= 400)).toBe(true)
  // A name that stands away from its point has a line to it.
  expect(labels.some(({ line }) => line !== null)).toBe(true)
})
