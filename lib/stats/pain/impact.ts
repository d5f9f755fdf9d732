// What is believed before anybody has answered both: 30 people's worth of a weak correlation.
const PRIOR_PEOPLE = 30
const PRIOR_IMPACT = 0.3

/**
 * Impact of a place, from 0 to 1: (n max(0, r) + 30 * 0.3)/(n + 30), where r is the correlation of its e with overall NPS over
 * the n people who gave both (METRICS 4). A place that goes against the outcome has none. Where r is not known (null: too few
 * people, or all said the same), nobody counts and 0.3 is left.
 * Example: r .5 over 30 people -> .4; null -> .3.
 */
export function impactOf(r: number | null, n: number): number {
  const people = r === null ? 0 : n
  return (people * Math.max(0, r ?? 0) + PRIOR_PEOPLE * PRIOR_IMPACT) / (people + PRIOR_PEOPLE)
}
