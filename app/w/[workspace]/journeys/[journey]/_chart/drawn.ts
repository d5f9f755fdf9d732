import type { TimePoint } from './points'

/** A segment is dashed where one of its ends has few answers; a hidden or empty step breaks the line. */
export function rowsOf(points: readonly TimePoint[], floor: number) {
  const low = (place: number) => points[place]?.state === 'low'
  const newest = points.findLastIndex(({ value }) => value !== null)
  const firstAhead = points.findIndex(({ ahead }) => ahead !== null)
  return points.map((point, place) => {
    const { value, low: from, high: to, ahead } = point
    const whole = value !== null && from !== null && to !== null
    // The forecast leaves from the last complete value.
    const isRoot = place === firstAhead - 1 && value !== null
    return {
      ...point,
      band: whole ? [from, to] : null,
      error: whole ? [value - from, to - value] : null,
      solid: low(place) ? null : value,
      dashed: low(place) || low(place - 1) || low(place + 1) ? value : null,
      floor: point.state === 'hidden' ? floor : null,
      aheadLine: ahead?.value ?? (isRoot ? value : null),
      aheadBand: ahead ? [ahead.low, ahead.high] : isRoot ? [value, value] : null,
      isNewest: place === newest,
      /** The last value is written beside its point, or above it where the forecast goes on. */
      isCrowded: firstAhead >= 0,
    }
  })
}

export type Drawn = ReturnType<typeof rowsOf>[number]
