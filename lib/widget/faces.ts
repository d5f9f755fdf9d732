import { h, type Tree } from './tree'

// From very bad to very good; the mouth alone differs, and no face has a colour of its own.
const MOUTHS = ['M11 26q7-9 14 0', 'M11.5 24.5q6.5-4 13 0', 'M11.5 23.5h13', 'M11.5 22.5q6.5 4 13 0', 'M11 21.5q7 9 14 0']

/** The face of one step, 0 to 4. What it means is said by its label. */
export const face = (step: number): Tree =>
  h(
    'svg',
    { class: 'face', viewBox: '0 0 36 36', width: 36, height: 36, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.75, 'stroke-linecap': 'round', 'aria-hidden': 'true' },
    h('circle', { cx: 18, cy: 18, r: 15.5 }),
    h('path', { d: 'M13 13.5v1.5M23 13.5v1.5', 'stroke-width': 2.5 }),
    h('path', { d: MOUTHS[step] }),
  )
