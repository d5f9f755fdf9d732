import { type IndexSums, shrunkIndexInterval } from '../interval'

/**
 * For how many of the latest periods in a row a place is significantly bad: the whole 95 % index interval of a period's answers
 * lies below 0 (METRICS 2 and 4). Periods are given oldest first; one without answers says nothing and ends the run. No periods: 0.
 * Example: bad, good, bad, bad -> 2.
 */
export function persistence(periods: readonly IndexSums[]): number {
  const lastFine = periods.findLastIndex((sums) => !isSignificantlyBad(sums))
  return periods.length - 1 - lastFine
}

function isSignificantlyBad(sums: IndexSums): boolean {
  const interval = shrunkIndexInterval(sums)
  return interval !== null && interval.high < 0
}
