import type { MapStage, PlaceNumbers } from '#lib/maps/types'
import type { Say } from '#lib/words/say'
import type { PointBelief } from '../_beliefs/point'
import { across } from './geometry'
import { type MarkOf, markOf } from './mark'

/** Heights of the emotion lane in pixels: the axis is always -100..+100, whatever the answers are. */
export const LANE = { height: 292, top: 26, bottom: 34 } as const

export const laneY = (index: number): number => across(1, LANE).at(0, index).y

/** Heights of a value's text: its box, and the letters within it. */
const TEXT = { box: 24, top: 4, foot: 20 } as const

/** Below it stands what is said at the foot of every column. */
const FLOOR = LANE.height - LANE.bottom + 4

/** Where the text of a value begins: off its interval, further off where the zero line would run through it, and above where there is no room below. */
export function textY({ side, low, high }: Pick<CurvePoint, 'side' | 'low' | 'high'>): number {
  const zero = laneY(0)
  const below = laneY(low ?? 0) + 5
  const isAbove = side === 'above' || below + TEXT.foot > FLOOR
  const at = isAbove ? Math.max(1, laneY(high ?? 0) - TEXT.box - 3) : below
  if (at + TEXT.foot < zero || at + TEXT.top > zero) return at
  return isAbove ? zero - TEXT.foot - 4 : zero - TEXT.top + 4
}

/** A point of the curve, ready to draw: every number is text already, but for the places on the axis. */
export type CurvePoint = {
  key: string
  /** Where its number stands in the map's answer. */
  pointer: string
  name: string
  state: 'measured' | 'low' | 'hidden' | 'empty'
  mark: MarkOf
  index: number | null
  low: number | null
  high: number | null
  text: string
  range: string
  /** The count alone and in words: "1,830", "1,830 answers". */
  n: string
  answers: string
  /** Its word stands in the map's texts. */
  note: 'lowest' | 'highest' | 'low' | null
  /** The label stands where no line runs: below a valley, above all else; its note on the side that the next line leaves free. */
  side: 'above' | 'below'
  noteSide: 'left' | 'right'
  label: string
  belief?: PointBelief
}

const stateOf = ({ emotion }: Pick<MapStage, 'emotion'>): CurvePoint['state'] => {
  if (emotion.suppressed) return 'hidden'
  if (emotion.value === null) return 'empty'
  return emotion.lowN ? 'low' : 'measured'
}

/** Lowest and highest are named only among points that can be relied on, and only where they differ. */
function extremes(stages: readonly MapStage[]) {
  const solid = stages.filter((stage) => stateOf(stage) === 'measured')
  const values = solid.map((stage) => stage.emotion.value ?? 0)
  const at = (value: number) => solid[values.indexOf(value)]?.key
  return solid.length < 3 ? {} : { lowest: at(Math.min(...values)), highest: at(Math.max(...values)) }
}

/** The curve of a map with what its team wrote of each stage, or of the series that stands at `root` in it. */
export function curveOf(say: Say, stages: readonly MapStage[], root = '', beliefAt?: (stage: string) => PointBelief): CurvePoint[] {
  const { lowest, highest } = extremes(stages)
  return stages.map((stage, place) => {
    const state = stateOf(stage)
    const { value } = stage.emotion
    const [before, next] = [place - 1, place + 1].map((other) => stages[other]?.emotion.value ?? null) as [number | null, number | null]
    // At an end there is one line only, and above it is room.
    const valley = value !== null && before !== null && next !== null && before > value && next > value
    const note = state === 'low' ? 'low' : stage.key === lowest ? 'lowest' : stage.key === highest ? 'highest' : null
    const belief = beliefAt?.(stage.key)
    return {
      key: stage.key,
      pointer: `${root}/stages/${place}/emotion`,
      name: stage.name,
      ...factsOf(say, stage),
      note,
      side: valley ? 'below' : 'above',
      noteSide: !valley && value !== null && next !== null && next > value ? 'left' : 'right',
      label: `${stage.name}: ${say.describe(stage.emotion)}${belief?.says ? `; ${belief.says}` : ''}`,
      belief,
    }
  })
}

/** The touchpoints of a stage that have a value or a belief, as points of the curve; the built-in one is the stage's own answers and no place. */
export function touchpointsOf(say: Say, stage: MapStage, place: number, beliefAt: (touchpoint: string) => PointBelief): CurvePoint[] {
  return stage.touchpoints.flatMap((touchpoint, i) => {
    const { key, name, emotion, overall } = touchpoint
    const belief = beliefAt(key)
    if (overall || (emotion.value === null && belief.assumed === null)) return []
    const label = `${name}, ${stage.name}: ${say.describe(emotion)}${belief.says ? `; ${belief.says}` : ''}`
    return [{ ...factsOf(say, touchpoint), key, name, pointer: `/stages/${place}/touchpoints/${i}/emotion`, note: null, side: 'above', noteSide: 'right', label, belief }]
  })
}

const factsOf = (say: Say, { emotion, ...scores }: PlaceNumbers) => ({
  state: stateOf({ emotion }),
  mark: markOf(scores),
  index: emotion.value,
  low: emotion.low,
  high: emotion.high,
  text: say.value(emotion),
  range: say.range(emotion),
  n: emotion.n === null ? '<5' : say.number(emotion.n),
  answers: say.answers(emotion.n),
})
