import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { themeOf } from '#ui/theme'

const css = readFileSync(path.resolve(import.meta.dirname, '../../../app/globals.css'), 'utf8')
const roles = new Map([...css.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((m) => [m[1] ?? '', [m[2] ?? '', m[3] ?? '']]))

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(over: string, under: string, theme: 0 | 1): number {
  const [a, b] = [over, under].map((role) => luminance(roles.get(role)?.[theme] ?? ''))
  return (Math.max(a ?? 0, b ?? 0) + 0.05) / (Math.min(a ?? 0, b ?? 0) + 0.05)
}

const surfaces = ['bg', 'surface', 'surface-2', 'hover'].flatMap((under) => ['text', 'text-2', 'text-3', 'accent-text'].map((over) => [over, under]))
const heat = ['n3', 'n2', 'n1', '0', 'p1', 'p2', 'p3'].map((name) => [`pu-${name}-t`, `pu-${name}`])
const severity = ['1', '2', '3', '4', '5'].map((name) => [`sv-${name}-t`, `sv-${name}`])
const status = [['danger', 'danger-soft'], ['warn', 'warn-soft'], ['accent-text', 'accent-soft'], ['on-accent', 'accent'], ['pain-text', 'surface'], ['good-text', 'surface']]
const lines = [['border-field', 'surface'], ['focus', 'surface'], ['curve', 'surface'], ['zero', 'surface'], ['live', 'surface']]

describe.each([['light', 0], ['dark', 1]] as const)('the %s theme', (_, theme) => {
  it.each([...surfaces, ...heat, ...severity, ...status])('can be read: %s on %s', (over = '', under = '') => {
    expect(contrast(over, under, theme)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(lines)('can be seen: %s on %s', (over = '', under = '') => {
    expect(contrast(over, under, theme)).toBeGreaterThanOrEqual(3)
  })
})

describe('the theme that somebody chose', () => {
  it('is one of three, whatever the cookie says', () => {
    expect([themeOf('dark'), themeOf('purple"><script>'), themeOf(undefined)]).toEqual(['dark', 'system', 'system'])
  })
})
