import { groupText } from '../w/[workspace]/journeys/[journey]/_compare/groups'
import { arrow, box, element, line, patterns, rule, star, title } from './draw'
import { drawCurve } from './curve'
import { type Grid, type Part, type PosterMap, type ShowWords, type Written, type Wrote, wroteOf } from './facts'
import { drawFoot } from './foot'
import { drawCampaigns, drawOwners, drawPain, drawScores, type LaneProps } from './lanes'
import { textWidth, wrap } from './measure'
import type { Palette } from './palette'

export const FONT = "'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

/** A sheet of paper on its side, whatever its size: A4 and A3 alike. */
const RATIO = Math.SQRT2
const NARROWEST = 1400
const MARGIN = 36
const GUTTER = 132
/** A column narrower than this holds no interval: with more stages the sheet grows, and wants larger paper. */
const COLUMN = 140
const CURVE = { least: 250, most: 440 } as const

export type PosterProps = { map: PosterMap; /** When and by what it was made, in a sentence. */ made: string; paint: Palette; id?: string } & Written

export function gridOf(count: number, left: number, right: number, gutter: number): Grid {
  const width = (right - left - gutter) / Math.max(1, count)
  return { left, right, gutter, columns: Array.from({ length: count }, (_, i) => ({ x: left + gutter + i * width, width })) }
}

type Sheet = { id: string; map: PosterMap; wrote: readonly Wrote[]; width: number; paint: Palette; made: string } & Written

/** Name, finding, and what it is made of. */
function drawHead({ map, width, paint, t, say }: Sheet): Part {
  const most = width - 2 * MARGIN
  const mark = `Wayfelt · ${t('version', { version: map.version })}`
  const room = most - textWidth(mark, 13) - 24
  const finding = wrap(map.headline, most, 18, 2, true)
  const answers = map.answers === null ? t('fewer') : t('answers', { n: map.answers })
  const group = map.filter ? groupText(t, map.filter, map.personas) : t('everybody')
  const detail = t('detail', { answers, days: say.days(map.from, map.to), group })
  const top = MARGIN + 22
  return {
    svg: [
      line(MARGIN, top, map.journey.name, { size: 26, bold: true, fill: paint.ink, most: room }),
      line(width - MARGIN, top, mark, { size: 13, fill: paint.ink3, anchor: 'end' }),
      ...finding.map((text, i) => line(MARGIN, top + 32 + i * 24, text, { size: 18, bold: true, fill: paint.ink })),
      line(MARGIN, top + 32 + finding.length * 24, detail, { size: 13, fill: paint.ink2, most }),
    ].join(''),
    height: top + 32 + finding.length * 24 + 18,
  }
}

const VERDICTS = { as_assumed: 'ink2', better: 'good', worse: 'pain', too_few: 'ink3', assumed_only: 'ink3', measured: 'ink3' } as const

function verdictText({ verdict }: Wrote, x: number, y: number, most: number, paint: Palette, t: ShowWords): string {
  if (verdict === null || verdict === 'measured') return ''
  const fill = paint[VERDICTS[verdict]]
  const isTurned = verdict === 'better' || verdict === 'worse'
  return (isTurned ? arrow(x, y - 1, verdict === 'better', fill) : '') + line(x + (isTurned ? 12 : 0), y, t(`verdict.${verdict}`), { fill, bold: isTurned, most: most - (isTurned ? 12 : 0) })
}

/** The names of the stages; a star marks a moment of truth, and a word how far the team's belief holds. */
function drawStages({ map, wrote, paint, t }: Sheet, grid: Grid, top: number): Part {
  const names = map.stages.map(({ name }, i) => wrap(name, (grid.columns[i]?.width ?? COLUMN) - 34, 14, 2, true))
  const rows = Math.max(...names.map(({ length }) => length), 1)
  const hasVerdict = wrote.some(({ verdict }) => verdict !== null && verdict !== 'measured')
  const columns = names.map((lines, i) => {
    const [{ x, width } = { x: 0, width: COLUMN }, own] = [grid.columns[i], wrote[i]]
    const said = lines.map((text, row) => line(x + 10, top + 20 + row * 18, text, { size: 14, bold: true, fill: paint.ink }))
    const mark = own?.star ? star(x + 10 + textWidth(lines.at(-1) ?? '', 14, true) + 11, top + 15 + (lines.length - 1) * 18, 7, paint.curve) : ''
    return said.join('') + mark + (own ? verdictText(own, x + 10, top + 20 + rows * 18, width - 20, paint, t) : '')
  })
  return { svg: line(grid.left, top + 20, t('stage'), { fill: paint.ink2 }) + columns.join(''), height: 14 + rows * 18 + (hasVerdict ? 16 : 0) }
}

/** Everything below the head, one lane under the other; `curve` is as high as there is room for. */
function drawLanes(sheet: Sheet, top: number, curve: number): Part {
  const { id, map, wrote, width, paint, t, say } = sheet
  const grid = gridOf(map.stages.length, MARGIN, width - MARGIN, GUTTER)
  const parts: string[] = []
  let y = top
  const add = (draw: (props: LaneProps) => Part) => {
    const { svg, height } = draw({ id, map, grid, top: y, paint, t, say })
    if (height === 0) return
    parts.push(rule(grid.left, y, grid.right, y, paint.line), svg)
    y += height
  }
  add(({ top: at }) => drawStages(sheet, grid, at))
  add(({ top: at }) => {
    const part = drawCurve({ id, stages: map.stages, wrote, grid, top: at, height: curve, paint, t, say })
    const words = wrap(t('curve'), GUTTER - 34, 13, 3, true).map((text, i) => line(grid.left, at + 15 + i * 17, text, { size: 13, bold: true, fill: paint.ink }))
    return { ...part, svg: words.join('') + part.svg }
  })
  add(drawScores)
  add(drawPain)
  add(drawCampaigns)
  add((props) => drawOwners(props, wrote))
  const edges = grid.columns.map(({ x }) => rule(x, top, x, y, paint.grid))
  return { svg: edges.join('') + parts.join('') + rule(grid.left, y, grid.right, y, paint.line), height: y - top }
}

/** What the page needs with the lowest curve, at a width. */
function needed(sheet: Sheet): { head: Part; lanes: number; foot: number; all: number } {
  const head = drawHead(sheet)
  const lanes = drawLanes(sheet, 0, CURVE.least).height
  const foot = drawFoot({ ...sheet, left: MARGIN, width: sheet.width - 2 * MARGIN, top: 0 }).height
  return { head, lanes, foot, all: head.height + lanes + 18 + foot + MARGIN }
}

/**
 * The whole map on one sheet, of the numbers that its page draws: what is hidden there is hidden here. The sheet keeps the ratio
 * of paper and grows where there is more on it, so that nothing overlaps and no text is smaller than its twelve units.
 */
export function drawPoster({ map, made, paint, t, say, id = 'poster' }: PosterProps): string {
  const wrote = map.stages.map(({ key }) => wroteOf(map, key))
  const start: Sheet = { id, map, wrote, made, paint, t, say, width: Math.max(NARROWEST, 2 * MARGIN + GUTTER + map.stages.length * COLUMN) }
  const sheet = { ...start, width: Math.ceil(Math.max(start.width, needed(start).all * RATIO)) }
  const { head, lanes, foot, all } = needed(sheet)
  const height = Math.round(sheet.width / RATIO)
  const curve = Math.min(CURVE.most, CURVE.least + Math.max(0, height - all))
  const body = drawLanes(sheet, head.height, curve)
  const footTop = Math.max(head.height + lanes + (curve - CURVE.least) + 18, height - MARGIN - foot)
  const end = drawFoot({ ...sheet, left: MARGIN, width: sheet.width - 2 * MARGIN, top: footTop })
  const inner = title(`${map.journey.name}: ${map.headline}`) + patterns(id, paint) + box(0, 0, sheet.width, height, paint.surface) + head.svg + body.svg + end.svg
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${sheet.width} ${height}`, width: sheet.width, height, 'font-family': FONT }, inner)
}
