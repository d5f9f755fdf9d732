import type { TimePoint } from './points'

// Where steps lie this close, "<5" is written at some of them only.
const ROOMY = 16

/** A segment is dashed where one of its ends has few answers; a hidden or empty step breaks the line. */
export function rowsOf(points: readonly TimePoint[], floor: number) {
  const low = (place: number) => points[place]?.state === 'low'
  const newest = points.findLastIndex(({ value }) => value !== null)
  const firstAhead = points.findIndex(({ ahead }) => ahead !== null)
  const apart = Math.ceil(points.length / ROOMY)
  let said = -apart
  return points.map((point, place) => {
    const { value, low: from, high: to, ahead } = point
    const whole = value !== null && from !== null && to !== null
    const saysHidden = point.state === 'hidden' && place - said >= apart
    if (saysHidden) said = place
    // The forecast leaves from the last complete value.
    const isRoot = place === firstAhead - 1 && value !== null && point.complete
    return {
      ...point,
      band: whole ? [from, to] : null,
      error: whole ? [value - from, to - value] : null,
      solid: low(place) ? null : value,
      dashed: low(place) || low(place - 1) || low(place + 1) ? value : null,
      saysHidden,
      floor: point.state === 'hidden' ? floor : null,
      aheadLine: ahead?.value ?? (isRoot ? value : null),
      aheadBand: ahead ? [ahead.low, ahead.high] : isRoot ? [value, value] : null,
      isNewest: place === newest,
      /** The last value is written beside its point, or above it where the forecast goes on. */
      isCrowded: points.at(-1)?.state === 'ahead',
    }
  })
}

export type Drawn = ReturnType<typeof rowsOf>[number]
