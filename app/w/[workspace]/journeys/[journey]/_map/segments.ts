import type { CurvePoint } from './curve'

/** A point of the curve in the shape that recharts draws. */
export type Row = { at: number; index: number | null; isLow: boolean; band: [number, number] | null; error: [number, number] | null }

export function rowsOf(points: readonly CurvePoint[]): Row[] {
  return points.map(({ index, low, high, state }, place) => {
    const whole = index !== null && low !== null && high !== null
    return {
      at: place + 0.5,
      index,
      isLow: state === 'low',
      band: whole ? [low, high] : null,
      error: whole ? [index - low, high - index] : null,
    }
  })
}

/**
 * Neighbours that both have a value; one that is hidden or empty breaks the line. A pair is a line of its own because recharts,
 * with its layout turned, joins what stands on both sides of a gap.
 */
export const segmentsOf = (rows: readonly Row[]): [Row, Row][] =>
  rows.flatMap((row, place) => {
    const next = rows[place + 1]
    return next && row.index !== null && next.index !== null ? [[row, next]] : []
  })
