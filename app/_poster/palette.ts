import { heatClass } from '#ui/heat-cell'

/** What a drawing is painted with. */
export type Palette = Record<
  'surface' | 'sunken' | 'line' | 'grid' | 'ink' | 'ink2' | 'ink3' | 'curve' | 'band' | 'assumed' | 'target' | 'zero' | 'hatch' | 'pain' | 'good',
  string
> & { heat: (index: number) => { fill: string; text: string } }

/** On paper it is always light: these are the tokens of the light theme, for files that know no style sheet. */
const HEAT: Readonly<Record<string, readonly [string, string]>> = {
  n3: ['#b35806', '#ffffff'], n2: ['#f1a340', '#1c1203'], n1: ['#fee0b6', '#2b1c06'], '0': ['#f0f0f1', '#1b2027'],
  p1: ['#d8daeb', '#17152b'], p2: ['#998ec3', '#0f0b22'], p3: ['#542788', '#ffffff'],
}

export const PAPER: Palette = {
  surface: '#ffffff', sunken: '#eef0f2', line: '#d5dadf', grid: '#eceef1', ink: '#14191f', ink2: '#4a5462', ink3: '#626c79',
  curve: '#0d4f5c', band: '#e0ebed', assumed: '#6d7682', target: '#14191f', zero: '#8a939e', hatch: '#c3c9d0', pain: '#97480a', good: '#542788',
  heat: (index) => {
    const [fill = '#f0f0f1', text = '#1b2027'] = HEAT[heatClass(index)] ?? []
    return { fill, text }
  },
}

/** On a page: whatever theme it has. */
export const SCREEN: Palette = {
  surface: 'var(--surface)', sunken: 'var(--sunken)', line: 'var(--border)', grid: 'var(--grid)', ink: 'var(--text)', ink2: 'var(--text-2)', ink3: 'var(--text-3)',
  curve: 'var(--curve)', band: 'var(--band)', assumed: 'var(--text-3)', target: 'var(--text)', zero: 'var(--zero)', hatch: 'var(--hatch)', pain: 'var(--pain-text)', good: 'var(--good-text)',
  heat: (index) => ({ fill: `var(--pu-${heatClass(index)})`, text: `var(--pu-${heatClass(index)}-t)` }),
}
