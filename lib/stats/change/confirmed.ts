import { benjaminiHochberg } from '../compare/benjamini-hochberg'
import { type Difference, indexDifference } from '../compare/difference'
import type { IndexSums } from '../interval'
import { type Baseline, poolSums } from './baseline'

/** The last periods against the baseline: difference = last minus baseline in display units; confirmed = a fall, not a rise. */
export type Confirmation = { difference: Difference; q: number; confirmed: boolean }
export type Watchable = { baseline: Baseline | null; last: readonly IndexSums[] }

/** So many periods are pooled. */
export const CONFIRM_PERIODS = 3

export const MAX_Q = 0.01

/**
 * The `confirmed` rule (METRICS 6), one result a stage: its last three periods pooled against its baseline by the test of METRICS 3
 * (two-sided p, shrunk means), q by Benjamini-Hochberg over the stages that can be tested, confirmed at q <= .01 and a fall.
 * Run anew each period from the third after the baseline on, this alarms falsely in about 4 % of years of six unchanged
 * stages (tests/simulations/alerts.ts); a one-sided p would in 7 %, counting rises as well in 8 %. null without a baseline, with
 * fewer than three periods after it, or no answers in them.
 * Example: one stage, baseline of n 600, s 216, q 432, then three of n 100, s 9, q 72 -> difference -26.91, confirmed.
 */
export function confirmChanges(stages: readonly Watchable[]): (Confirmation | null)[] {
  const differences = stages.map(({ baseline, last }) => {
    if (baseline === null || last.length < CONFIRM_PERIODS) return null
    return indexDifference(poolSums(last.slice(-CONFIRM_PERIODS)), baseline.sums)
  })
  const tested = differences.filter((difference) => difference !== null)
  const qs = benjaminiHochberg(tested.map(({ p }) => p))
  const qOf = new Map(tested.map((difference, i) => [difference, qs[i] ?? 1]))
  return differences.map((difference) => {
    if (difference === null) return null
    const q = qOf.get(difference) ?? 1
    return { difference, q, confirmed: q <= MAX_Q && difference.value < 0 }
  })
}
