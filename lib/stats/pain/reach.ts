/** Distinct people at a place, as far as is known: seen there by events, invited there, or having answered there. */
export type People = { exposed: number | null; invited: number | null; answered: number }
export type Reach = { reach: number; by: keyof People }

const BEST_FIRST = ['exposed', 'invited', 'answered'] as const

/**
 * Which part of the journey's people come by a touchpoint, from 0 to 1 (METRICS 4): those exposed, else those invited, else those
 * who answered, and by which of them. A count is used where both place and journey have it above 0; null where none is.
 * Example: 300 exposed of 1,200 -> 0.25 by exposed; no events and 50 invited of 200 -> 0.25 by invited.
 */
export function reachOf(place: People, journey: People): Reach | null {
  for (const by of BEST_FIRST) {
    const [there, all] = [place[by] ?? 0, journey[by] ?? 0]
    if (there > 0 && all > 0) return { reach: Math.min(1, there / all), by }
  }
  return null
}
