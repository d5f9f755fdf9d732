import type { MapStage } from '#lib/maps/types'
import type { Say } from '#lib/words/say'
import { box, element, hatchOf, line, rule, star } from './draw'
import { countOf, type Grid, type Part, type ShowWords, stateOf, type Written, type Wrote } from './facts'
import type { Palette } from './palette'

const TOP = 26
const FOOT = 40
const TICKS = [100, 50, 0, -50, -100] as const

type Point = { x: number; y: number; low: number; high: number; isLow: boolean }

type CurveProps = { id: string; stages: readonly MapStage[]; wrote: readonly Wrote[]; grid: Grid; top: number; height: number; paint: Palette } & Written

/** The emotion curve: -100..+100 always, bars are 95 % intervals, hidden and empty stages break the line and never look alike. */
export function drawCurve({ id, stages, wrote, grid, top, height, paint, t, say }: CurveProps): Part {
  const yOf = (index: number) => top + TOP + ((100 - index) / 200) * (height - TOP - FOOT)
  const points = stages.map(({ emotion: { value, low, high, lowN } }, i): Point | null => {
    const column = grid.columns[i]
    if (!column || value === null) return null
    return { x: column.x + column.width / 2, y: yOf(value), low: yOf(low ?? value), high: yOf(high ?? value), isLow: lowN }
  })
  const svg = [
    ...TICKS.map((tick) => axis(say, tick, yOf(tick), grid, paint)),
    ...stages.map((stage, i) => blank(stage, i, { id, grid, top, height, paint, t })),
    // Beneath the marks: on paper it is no glass.
    ...pairs(points).map(([a, b]) => band(a, b, paint)),
    ...wrote.map((own, i) => target(own, i, grid, yOf, paint)),
    assumed(wrote, grid, yOf, paint),
    ...pairs(points).map(([a, b]) => rule(a.x, a.y, b.x, b.y, paint.curve, { 'stroke-width': 2.25, 'stroke-dasharray': a.isLow || b.isLow ? '6 4' : undefined })),
    ...points.map((point, i) => (point ? mark(point, wrote[i]?.star ?? false, paint) : '')),
    ...points.map((point, i) => (point ? label(stages, i, point, top + TOP, top + height - FOOT, paint, { t, say }) : '')),
    ...stages.map((stage, i) => foot(stage, i, grid, top + height, paint, { t, say })),
  ]
  return { svg: svg.join(''), height }
}

const pairs = (points: readonly (Point | null)[]): [Point, Point][] =>
  points.flatMap((point, i): [Point, Point][] => {
    const next = points[i + 1]
    return point && next ? [[point, next]] : []
  })

const axis = (say: Say, tick: number, y: number, { left, gutter, right }: Grid, paint: Palette) =>
  rule(left + gutter, y, right, y, tick === 0 ? paint.zero : paint.grid, { 'stroke-width': tick === 0 ? 1.25 : 1 }) +
  line(left + gutter - 8, y + 4, say.index(tick), { fill: tick === 0 ? paint.ink : paint.ink3, bold: tick === 0, anchor: 'end' })

type Where = { id: string; grid: Grid; top: number; height: number; paint: Palette; t: ShowWords }

/** A column without a number: hatched where it is hidden, plain where nobody answered. */
function blank({ emotion }: MapStage, i: number, { id, grid, top, height, paint, t }: Where): string {
  const [column, state] = [grid.columns[i], stateOf(emotion)]
  if (!column || (state !== 'hidden' && state !== 'empty')) return ''
  const [middle, y] = [column.x + column.width / 2, top + TOP + (height - TOP - FOOT) / 2]
  const words = state === 'hidden' ? [t('fewer'), t('hiddenForPrivacy')] : [t('noAnswers')]
  const back = state === 'hidden' ? element('rect', { x: column.x, y: top, width: column.width, height, fill: hatchOf(id) }) : ''
  const sheet = box(column.x + 6, y - 4, column.width - 12, 18 + 16 * words.length, paint.surface, 4)
  return back + sheet + words.map((text, row) => line(middle, y + 14 + 16 * row, text, { fill: row === 0 ? paint.ink : paint.ink2, bold: row === 0, anchor: 'middle', most: column.width - 16 })).join('')
}

/** A dashed level inside its own column, so that it cannot be read as a curve. */
function target({ target: index }: Wrote, i: number, { columns }: Grid, yOf: (index: number) => number, paint: Palette): string {
  const column = columns[i]
  if (!column || index === null) return ''
  return rule(column.x + 10, yOf(index), column.x + column.width - 10, yOf(index), paint.target, { 'stroke-width': 1.25, 'stroke-dasharray': '6 3' })
}

/** What the team assumes: dots between small open diamonds. */
function assumed(wrote: readonly Wrote[], { columns }: Grid, yOf: (index: number) => number, paint: Palette): string {
  const points = wrote.map(({ assumed: index }, i): Point | null => {
    const column = columns[i]
    return column && index !== null ? { x: column.x + column.width / 2, y: yOf(index), low: 0, high: 0, isLow: false } : null
  })
  const lines = pairs(points).map(([a, b]) => rule(a.x, a.y, b.x, b.y, paint.assumed, { 'stroke-width': 1.5, 'stroke-dasharray': '1.5 4', 'stroke-linecap': 'round' }))
  const marks = points.map((point) => (point ? element('path', { d: `M${point.x} ${point.y - 5}l5 5l-5 5l-5 -5z`, fill: paint.surface, stroke: paint.assumed, 'stroke-width': 1.25 }) : ''))
  return lines.join('') + marks.join('')
}

const band = (a: Point, b: Point, paint: Palette) =>
  element('path', { d: `M${a.x} ${a.high.toFixed(2)}L${b.x} ${b.high.toFixed(2)}L${b.x} ${b.low.toFixed(2)}L${a.x} ${a.low.toFixed(2)}z`, fill: paint.band, 'fill-opacity': 0.85 })

function mark({ x, y, low, high, isLow }: Point, isStar: boolean, paint: Palette): string {
  const bar = rule(x, low, x, high, paint.curve, { 'stroke-width': 1.5 }) + rule(x - 5, low, x + 5, low, paint.curve, { 'stroke-width': 1.5 }) + rule(x - 5, high, x + 5, high, paint.curve, { 'stroke-width': 1.5 })
  if (isStar) return bar + star(x, y, 9.5, isLow ? paint.surface : paint.curve, isLow ? paint.curve : paint.surface)
  return bar + element('circle', { cx: x, cy: y, r: 5.5, fill: isLow ? paint.surface : paint.curve, stroke: paint.curve, 'stroke-width': 1.75 })
}

/** The value beyond the end of its bar: below in a valley, above elsewhere, and always inside the lane. */
function label(stages: readonly MapStage[], i: number, { x, low, high, isLow }: Point, top: number, foot: number, paint: Palette, { t, say }: Written): string {
  const value = stages[i]?.emotion.value ?? 0
  const around = [stages[i - 1], stages[i + 1]].flatMap((stage) => stage?.emotion.value ?? [])
  // At an end one side is free above as well as below, and above is where people look.
  const isValley = around.length === 2 && around.every((other) => other > value)
  const below = isValley ? low + 21 <= foot : high - 10 < top
  const y = below ? Math.min(low + 21, foot - 2) : Math.max(high - 10, top + 2)
  const note = isLow ? line(x + 26, y, t('lowN'), { fill: paint.ink3, back: paint.surface }) : ''
  return line(x, y, say.index(value), { size: 16, bold: true, fill: paint.ink, anchor: 'middle', back: paint.surface }) + note
}

function foot({ emotion }: MapStage, i: number, { columns }: Grid, bottom: number, paint: Palette, { t, say }: Written): string {
  const column = columns[i]
  if (!column || stateOf(emotion) === 'empty') return ''
  const middle = column.x + column.width / 2
  const range = emotion.suppressed ? '' : say.range(emotion)
  return (
    line(middle, bottom - 24, t('n', { n: countOf(say, emotion) }), { bold: true, fill: paint.ink, anchor: 'middle', most: column.width - 8, back: paint.surface }) +
    (range === '' ? '' : line(middle, bottom - 9, range, { fill: paint.ink2, anchor: 'middle', most: column.width - 8 }))
  )
}
