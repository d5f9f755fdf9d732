import type { CurvePoint } from './curve'

/**
 * The space a curve is drawn in: `width` by `height` units, stretched to its box. `at` is the place of an index at a stage, `place`
 * in stages from the first one's edge (.5 is its middle). Wide maps run across, narrow ones down: the same curve, turned.
 */
export type Frame = { way: 'across' | 'down'; width: number; height: number; at: (place: number, index: number) => Spot }
export type Spot = { x: number; y: number }

export const TICKS = [100, 50, 0, -50, -100] as const

/** Columns of stages beside each other; `top` and `bottom` are the pixels that words need above +100 and below -100. */
export const across = (stages: number, { height, top, bottom }: { height: number; top: number; bottom: number }): Frame => ({
  way: 'across',
  width: stages,
  height,
  at: (place, index) => ({ x: place, y: top + ((100 - index) / 200) * (height - top - bottom) }),
})

/** Height of a stage where the map runs down; beside a compared curve it has a line more. */
export const ROW = { alone: 92, compared: 114 } as const

/** Rows of stages below each other, -100 at the left edge and +100 at the right one. */
export const down = (stages: number, row: number): Frame => ({
  way: 'down',
  width: 200,
  height: stages * row,
  at: (place, index) => ({ x: index + 100, y: place * row }),
})

/** How far from the left, as a share of the box: what is not stretched (points, words) finds its place by it. */
export const leftOf = ({ width }: Frame, { x }: Spot): string => `${Math.round((x / width) * 1e5) / 1e3}%`

type Valued = CurvePoint & { index: number; low: number; high: number }
export type Placed = { point: Valued; place: number }

const isValued = (point: CurvePoint | undefined): point is Valued => point !== undefined && point.index !== null && point.low !== null && point.high !== null

/** Neighbours that all have a value: what is hidden or empty breaks a line, and it never joins across. */
export function runsOf(points: readonly CurvePoint[]): Placed[][] {
  const runs: Placed[][] = []
  points.forEach((point, i) => {
    if (!isValued(point)) return
    const last = runs.at(-1)
    if (last && isValued(points[i - 1])) last.push({ point, place: i + 0.5 })
    else runs.push([{ point, place: i + 0.5 }])
  })
  return runs
}

/** Each pair of a run, dashed where one of the two rests on few answers. */
export const pairsOf = (run: readonly Placed[]): { from: Placed; to: Placed; isLow: boolean }[] =>
  run.slice(1).flatMap((to, i) => {
    const from = run[i]
    return from ? [{ from, to, isLow: from.point.state === 'low' || to.point.state === 'low' }] : []
  })

const written = (n: number) => Math.round(n * 1000) / 1000

export const pathOf = (spots: readonly Spot[]): string => spots.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${written(x)} ${written(y)}`).join('')

/** The band that joins the intervals of a run. */
export const bandOf = ({ at }: Frame, run: readonly Placed[]): string =>
  `${pathOf([...run.map(({ point, place }) => at(place, point.high)), ...run.toReversed().map(({ point, place }) => at(place, point.low))])}Z`

/** A level inside its own column (or row), so that it cannot be read as a curve. */
export const levelOf = ({ at }: Frame, place: number, index: number): string => pathOf([at(place - 0.42, index), at(place + 0.42, index)])
