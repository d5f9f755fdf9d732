import { dimensionName, valueText } from '../w/[workspace]/journeys/[journey]/_compare/groups'
import { box, element, hatchOf, line, rule, star } from './draw'
import { limitsOf, type Part, type PosterMap, type ShowWords, type Wrote } from './facts'
import { textWidth, wrap } from './measure'
import type { Palette } from './palette'

type FootProps = { id: string; map: PosterMap; wrote: readonly Wrote[]; made: string; left: number; width: number; top: number; paint: Palette; t: ShowWords }

const SIZE = 12
const STEPS = [-80, -50, -20, 0, 20, 50, 80] as const

type Sign = { text: string; draw: (x: number, y: number) => string; width: number }

/** What the marks mean: only those that stand on this map. */
function signs({ id, map, wrote, paint, t }: FootProps): Sign[] {
  const { hidden, low } = limitsOf(map)
  const curve = (fill: string, dashes?: string) => (x: number, y: number) =>
    rule(x, y, x + 28, y, paint.curve, { 'stroke-width': 2.25, 'stroke-dasharray': dashes }) + rule(x + 14, y - 7, x + 14, y + 7, paint.curve, { 'stroke-width': 1.5 }) + element('circle', { cx: x + 14, cy: y, r: 4.5, fill, stroke: paint.curve, 'stroke-width': 1.75 })
  const all: (Sign & { shown: boolean })[] = [
    { shown: true, text: t('legend.measured'), draw: curve(paint.curve), width: 28 },
    { shown: low > 0, text: t('legend.low'), draw: curve(paint.surface, '6 4'), width: 28 },
    { shown: hidden > 0, text: t('legend.hidden'), draw: (x, y) => element('rect', { x, y: y - 7, width: 28, height: 14, fill: hatchOf(id), stroke: paint.line }), width: 28 },
    { shown: wrote.some(({ star: isStar }) => isStar), text: t('legend.star'), draw: (x, y) => star(x + 8, y, 8, paint.curve), width: 16 },
    {
      shown: wrote.some(({ assumed }) => assumed !== null),
      text: t('legend.assumed'),
      draw: (x, y) => rule(x, y, x + 28, y, paint.assumed, { 'stroke-width': 1.5, 'stroke-dasharray': '1.5 4', 'stroke-linecap': 'round' }) + element('path', { d: `M${x + 14} ${y - 5}l5 5l-5 5l-5 -5z`, fill: paint.surface, stroke: paint.assumed, 'stroke-width': 1.25 }),
      width: 28,
    },
    { shown: wrote.some(({ target }) => target !== null), text: t('legend.target'), draw: (x, y) => rule(x, y, x + 28, y, paint.target, { 'stroke-width': 1.25, 'stroke-dasharray': '6 3' }), width: 28 },
    {
      shown: map.pain.length > 0,
      text: t('legend.heat'),
      draw: (x, y) => STEPS.map((step, i) => box(x + i * 16, y - 6, 16, 12, paint.heat(step).fill)).join(''),
      width: 16 * STEPS.length,
    },
  ]
  return all.filter(({ shown }) => shown)
}

/** What was counted, over which days, and what these numbers cannot say: printed on it, because paper travels without the page. */
export function limitSentences({ map, made, t }: Pick<FootProps, 'map' | 'made' | 't'>): string[] {
  const { hidden, low } = limitsOf(map)
  const sources = map.source.map((source) => t(`sources.${source as 'survey'}`)).join(', ')
  return [
    t('limits.interval'),
    hidden > 0 ? t('limits.hidden', { n: hidden }) : t('limits.none'),
    low > 0 ? t('limits.low', { n: low }) : '',
    map.filter ? t('limits.filter', { name: dimensionName(t, map.filter.dimension), value: valueText(map.filter, map.personas) }) : t('limits.everybody'),
    map.held ? t('limits.held', { n: map.held }) : '',
    t('limits.sources', { sources, zone: map.timeZone }),
    t('limits.cause'),
    made,
  ].filter(Boolean)
}

/** The legend, then the limits. */
export function drawFoot(props: FootProps): Part {
  const { left, width, top, paint } = props
  let [x, y] = [left, top + 10]
  const marks = signs(props).map((sign) => {
    const takes = sign.width + 8 + textWidth(sign.text, SIZE) + 22
    if (x > left && x + takes - 22 > left + width) [x, y] = [left, y + 22]
    const at = x
    x += takes
    return sign.draw(at, y) + line(at + sign.width + 8, y + 4, sign.text, { fill: paint.ink2, most: width - sign.width - 8 })
  })
  const lines = wrap(limitSentences(props).join(' '), width, SIZE, 6)
  const from = y + 27
  const said = lines.map((text, i) => line(left, from + i * 16, text, { fill: paint.ink2 }))
  return { svg: marks.join('') + said.join(''), height: from + lines.length * 16 - 10 - top }
}
