import type { IndexSums } from '../interval'
import { type SampleRatio, sampleRatio } from './sample-ratio'
import { type TDifference, welch } from './welch'

/** One arm of a test: e of its answers, how many people got it, and its planned share of them (1 and 1, or 90 and 10). */
export type Variant = { sums: IndexSums; shown: number; share: number }

/** `blocked`: the split is not the planned one, no difference is given. `not_final`: a group has not its planned n yet. */
export type AbResult = { state: 'blocked' | 'not_final' | 'final'; difference: TDifference | null; split: SampleRatio | null }

/**
 * A/B of a touchpoint (METRICS 3): Welch's t of a minus b, from -200 to 200, unless the split is blocked. Who looks daily and
 * stops at the first p <= .05 finds differences that are none, so the result is not final until both groups have the planned
 * n of answers; without a plan (null) it never is. Difference null: blocked, or fewer than two answers a group (see welch).
 * Example: 400 and 400 shown, 30 and 28 answers of 50 planned -> 'not_final' with its difference so far.
 */
export function abResult(a: Variant, b: Variant, plannedN: number | null): AbResult {
  const split = sampleRatio([a.shown, b.shown], [a.share, b.share])
  if (split?.blocked) return { state: 'blocked', difference: null, split }
  const isFinal = plannedN !== null && Math.min(a.sums.n, b.sums.n) >= plannedN
  return { state: isFinal ? 'final' : 'not_final', difference: welch(a.sums, b.sums), split }
}
