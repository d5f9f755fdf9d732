import type { MapStage, PainCell } from '#lib/maps/types'
import { box, element, hatchOf, line, LOW } from './draw'
import { askedOf, cellsOf, countOf, type Grid, instrumentName, type Part, type PosterMap, runsOf, type ScoreKey, stateOf, type Written, type Wrote } from './facts'
import { cut, textWidth } from './measure'
import type { Palette } from './palette'

export type LaneProps = { id: string; map: PosterMap; grid: Grid; top: number; paint: Palette } & Written

const PAD = 10
/** From here on a score has its value, interval and count on one line. */
const WIDE = 176

const gutterTitle = ({ grid, top, paint }: LaneProps, text: string, hint?: string) =>
  line(grid.left, top + 19, text, { size: 13, bold: true, fill: paint.ink, most: grid.gutter - 8 }) + (hint ? line(grid.left, top + 35, hint, { fill: paint.ink2, most: grid.gutter - 8 }) : '')

function score(stage: MapStage, key: ScoreKey, x: number, y: number, width: number, paint: Palette, { t, say }: Written): string {
  const m = stage[key]
  const state = stateOf(m)
  if (state === 'empty') return line(x + PAD, y, '·', { size: 14, fill: paint.ink3 })
  if (state === 'hidden') return line(x + PAD, y, t('fewer'), { fill: paint.ink3, most: width - 2 * PAD })
  const value = say.value(m)
  const isWide = width >= WIDE
  const n = line(x + width - PAD, y, t('n', { n: countOf(say, m) }), { fill: paint.ink3, anchor: 'end', most: width - 2 * PAD - textWidth(value, 15, true) - 4 })
  const range = isWide
    ? line(x + PAD + 50, y, say.range(m), { fill: paint.ink2, most: width - 2 * PAD - 54 - textWidth(t('n', { n: countOf(say, m) }), 12) })
    : line(x + PAD, y + 14, say.range(m), { fill: paint.ink2, most: width - 2 * PAD })
  return line(x + PAD, y, value, { size: 15, bold: !m.lowN, fill: paint.ink }) + n + range
}

/** NPS, CSAT and the like, a row each: value, interval and answers. */
export function drawScores(props: LaneProps): Part {
  const { map, grid, top, paint, t } = props
  const asked = askedOf(map.stages)
  const rowHeight = (grid.columns[0]?.width ?? WIDE) >= WIDE ? 23 : 37
  const rows = asked.flatMap(({ key }, row) => [
    line(grid.left, top + 19 + row * rowHeight, instrumentName(key, t), { size: 13, bold: true, fill: paint.ink, most: grid.gutter - 8 }),
    ...map.stages.map((stage, i) => {
      const { x, width } = grid.columns[i] ?? { x: 0, width: 0 }
      return score(stage, key, x, top + 19 + row * rowHeight, width, paint, props)
    }),
  ])
  return { svg: rows.join(''), height: asked.length === 0 ? 0 : asked.length * rowHeight + 8 }
}

/** What a title with a line below it takes in the gutter. */
const HINTED = 46

/** At most so many cells stand below each other: the worst ones, and how many more there are. */
const MOST_CELLS = 9
const CELL = 24
const NAME = 18

function painCell(cell: PainCell, name: string, x: number, y: number, width: number, { id, paint, say }: LaneProps): string {
  const state = stateOf(cell.score)
  const shape = { x, y, width, height: CELL - 3, rx: 3 }
  if (state === 'hidden') {
    return element('rect', { ...shape, fill: hatchOf(id) }) + line(x + 7, y + 15, name, { fill: paint.ink2, most: width - 44, back: paint.surface }) + line(x + width - 7, y + 15, '<5', { fill: paint.ink2, anchor: 'end', back: paint.surface })
  }
  const { fill, text } = paint.heat(cell.index.value ?? 0)
  // Half the tint on few answers, so that it reads as less certain before it is read as a colour.
  const back = state === 'low' ? element('rect', { ...shape, fill, 'fill-opacity': 0.48 }) + element('rect', { ...shape, fill: `url(#${id}${LOW})` }) : element('rect', { ...shape, fill })
  const ink = state === 'low' ? paint.ink : text
  const [value, n] = [say.value(cell.score), countOf(say, cell.score)]
  const aside = 12 + Math.max(24, textWidth(n, 12))
  return (
    back +
    line(x + 7, y + 15, name, { fill: ink, most: width - 12 - aside - textWidth(value, 13, true) }) +
    line(x + width - 7, y + 15, n, { fill: ink, anchor: 'end' }) +
    line(x + width - aside, y + 15, value, { size: 13, bold: true, fill: ink, anchor: 'end' })
  )
}

/** One column of the heat map. A touchpoint that was asked several things has its name above them. */
function painColumn(stage: MapStage, x: number, width: number, props: LaneProps): Part {
  const { map, top, paint, t } = props
  const { cells, more } = cellsOf(stage.key, map.pain, MOST_CELLS)
  let y = top + 7
  const parts = [...new Set(cells.map(({ touchpoint }) => touchpoint))].flatMap((key) => {
    const own = cells.filter(({ touchpoint }) => touchpoint === key)
    const [first] = own
    if (!first) return []
    const name = own.length > 1 ? [line(x + 7, (y += NAME) - 6, first.name, { fill: paint.ink, most: width - 14 })] : []
    return [...name, ...own.map((cell) => painCell(cell, own.length > 1 ? instrumentName(cell.instrument, t) : cell.name, x, (y += CELL) - CELL, width, props))]
  })
  if (more > 0) parts.push(line(x + 7, (y += NAME) - 4, t('more', { n: more }), { fill: paint.ink3, most: width - 14 }))
  return { svg: parts.length > 0 ? parts.join('') : line(x + 6, top + 22, '·', { size: 14, fill: paint.ink3 }), height: Math.max(y, top + 31) - top + 4 }
}

/** The heat map: a cell a touchpoint and instrument, in the colour of how people felt there, with its own score and answers. */
export function drawPain(props: LaneProps): Part {
  const { map, grid, t } = props
  const columns = map.stages.map((stage, i) => painColumn(stage, (grid.columns[i]?.x ?? 0) + 4, (grid.columns[i]?.width ?? 0) - 8, props))
  return { svg: gutterTitle(props, t('pain'), t('painHint')) + columns.map(({ svg }) => svg).join(''), height: Math.max(0, ...columns.map(({ height }) => Math.max(HINTED, height))) }
}

const MOST_CAMPAIGNS = 5

/** Campaigns as bars over their stages, in as few rows as they fit. */
export function drawCampaigns(props: LaneProps): Part {
  const { map, grid, top, paint, t, say } = props
  const rows: number[][] = []
  const bars = map.campaigns.flatMap((campaign) =>
    runsOf(campaign, map.stages).flatMap(({ from, to }) => {
      const places = Array.from({ length: to - from + 1 }, (_, i) => from + i)
      const free = rows.findIndex((taken) => places.every((place) => !taken.includes(place)))
      const row = free < 0 ? rows.push([]) - 1 : free
      rows[row]?.push(...places)
      const [first, last] = [grid.columns[from], grid.columns[to]]
      if (row >= MOST_CAMPAIGNS || !first || !last) return []
      const [x, y, width] = [first.x + 4, top + 7 + row * CELL, last.x + last.width - first.x - 8]
      const spoken = campaign.ends === null ? t('since', { day: say.day(campaign.starts) }) : say.days(campaign.starts, campaign.ends)
      // The year of the sheet goes without saying: its room is the name's.
      const year = map.to.slice(0, 4)
      const days = campaign.starts.startsWith(year) ? spoken.replace(` ${year}`, '') : spoken
      return box(x, y, width, CELL - 3, paint.sunken, 3) + line(x + 7, y + 15, `${cut(campaign.name, Math.max(60, width - 14 - textWidth(` · ${days}`, 12)), 12)} · ${days}`, { fill: paint.ink, most: width - 14 })
    }),
  )
  if (rows.length === 0) return { svg: '', height: 0 }
  const more = rows.length > MOST_CAMPAIGNS ? line(grid.left, top + 35, t('more', { n: rows.slice(MOST_CAMPAIGNS).length }), { fill: paint.ink3 }) : ''
  return { svg: gutterTitle(props, t('campaigns')) + more + bars.join(''), height: Math.min(rows.length, MOST_CAMPAIGNS) * CELL + 11 }
}

/** Who answers for each stage. */
export function drawOwners(props: LaneProps, wrote: readonly Wrote[]): Part {
  const { grid, top, paint, t } = props
  if (wrote.every(({ owner }) => owner === null)) return { svg: '', height: 0 }
  const columns = wrote.map(({ owner }, i) => {
    const { x, width } = grid.columns[i] ?? { x: 0, width: 0 }
    if (!owner) return line(x + PAD, top + 19, '·', { size: 14, fill: paint.ink3 })
    return line(x + PAD, top + 19, owner.name, { size: 13, bold: true, fill: paint.ink, most: width - 2 * PAD }) + (owner.role ? line(x + PAD, top + 34, owner.role, { fill: paint.ink2, most: width - 2 * PAD }) : '')
  })
  return { svg: gutterTitle(props, t('owners')) + columns.join(''), height: wrote.some(({ owner }) => owner?.role) ? 44 : 29 }
}
