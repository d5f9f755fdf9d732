import { cut, textWidth } from './measure'
import type { Palette } from './palette'

type Value = string | number | undefined

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')

const attributesOf = (given: Readonly<Record<string, Value>>) =>
  Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(typeof value === 'number' ? String(Math.round(value * 100) / 100) : String(value))}"`)
    .join('')

/** An element of SVG; `inner` is SVG already. */
export const element = (name: string, given: Readonly<Record<string, Value>>, inner = ''): string =>
  inner === '' ? `<${name}${attributesOf(given)}/>` : `<${name}${attributesOf(given)}>${inner}</${name}>`

export type TextStyle = { size?: number; bold?: boolean; fill: string; anchor?: 'middle' | 'end'; most?: number; back?: string }

/** A line of text whose baseline is at `y`; `most` cuts it where it would be wider, `back` is a sheet behind it where lines cross. */
export function line(x: number, y: number, text: string, { size = 12, bold = false, fill, anchor, most, back }: TextStyle): string {
  const shown = most === undefined ? text : cut(text, most, size, bold)
  const written = element('text', { x, y, 'font-size': size, 'font-weight': bold ? 600 : undefined, 'text-anchor': anchor, fill }, escaped(shown) || ' ')
  if (back === undefined) return written
  // Not a stroke around the letters: a PDF would hold each text twice.
  const width = textWidth(shown, size, bold)
  const left = x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0)
  return element('rect', { x: left - 2, y: y - size * 0.92, width: width + 4, height: size * 1.2, fill: back, 'fill-opacity': 0.88, rx: 2 }) + written
}

export const rule = (x1: number, y1: number, x2: number, y2: number, stroke: string, more: Readonly<Record<string, Value>> = {}): string =>
  element('path', { d: `M${Math.round(x1 * 100) / 100} ${Math.round(y1 * 100) / 100}L${Math.round(x2 * 100) / 100} ${Math.round(y2 * 100) / 100}`, stroke, fill: 'none', ...more })

export const box = (x: number, y: number, width: number, height: number, fill: string, rx = 0): string => element('rect', { x, y, width, height, fill, rx: rx || undefined })

export const title = (text: string): string => element('title', {}, escaped(text))

/** A star of five points, the mark of a moment of truth. */
export function star(x: number, y: number, radius: number, fill: string, stroke?: string): string {
  const points = Array.from({ length: 10 }, (_, i) => {
    const [angle, r] = [(Math.PI * i) / 5 - Math.PI / 2, i % 2 === 0 ? radius : radius * 0.42]
    return `${(x + r * Math.cos(angle)).toFixed(2)} ${(y + r * Math.sin(angle)).toFixed(2)}`
  })
  return element('path', { d: `M${points.join('L')}z`, fill, stroke, 'stroke-width': stroke ? 1.5 : undefined })
}

/** Up or down, because not every font has the sign. */
export const arrow = (x: number, y: number, isUp: boolean, fill: string): string =>
  element('path', { d: isUp ? `M${x} ${y}l4 -7l4 7z` : `M${x} ${y - 7}h8l-4 7z`, fill })

/** What a hatched surface is filled with; drawings of one page have ids of their own. */
export const hatchOf = (id: string): string => `url(#${id}-hatch)`
export const LOW = '-low'

export const patterns = (id: string, { hatch, surface }: Palette): string =>
  element(
    'defs',
    {},
    element('pattern', { id: `${id}-hatch`, width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, rule(0, 0, 0, 7, hatch, { 'stroke-width': 1.6 })) +
      element('pattern', { id: `${id}${LOW}`, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, rule(0, 0, 0, 6, surface, { 'stroke-width': 1.6, 'stroke-opacity': 0.6 })),
  )
