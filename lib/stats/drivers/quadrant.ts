/** fix = important and low, keep = important and high, watch = unimportant and low, over = unimportant and high. */
export type Quadrant = 'fix' | 'keep' | 'watch' | 'over'
/** importance = r with the outcome, performance = index; null where it is not shown. */
export type Rated = { importance: number | null; performance: number | null }
export type Lines = { importance: number; performance: number }

/** Example: 3, 1, 2 -> 2; 4, 1 -> 2.5; none -> null. */
export function median(xs: readonly number[]): number | null {
  const sorted = [...xs].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}

/**
 * Importance-performance analysis (Martilla & James 1977, Journal of Marketing 41) with the medians as its lines: important from the
 * median on, low below it. Places that lack a number have no quadrant and move no line; fewer than two places have no lines.
 * Example: importance .6 .5 .2 .1, performance 10 50 20 60 -> fix, keep, watch, over.
 */
export function quadrantsOf(places: readonly Rated[]): { lines: Lines | null; quadrants: (Quadrant | null)[] } {
  const rated = places.flatMap(({ importance: r, performance: index }) => (r === null || index === null ? [] : [{ r, index }]))
  const importance = median(rated.map(({ r }) => r))
  const performance = median(rated.map(({ index }) => index))
  if (rated.length < 2 || importance === null || performance === null) return { lines: null, quadrants: places.map(() => null) }
  const quadrants = places.map((place) => {
    if (place.importance === null || place.performance === null) return null
    const isLow = place.performance < performance
    if (place.importance >= importance) return isLow ? 'fix' : 'keep'
    return isLow ? 'watch' : 'over'
  })
  return { lines: { importance, performance }, quadrants }
}
