import type { Instrument } from './instruments'
import type { Tally } from './tally'

export type Buckets = { negative: number; neutral: number; positive: number }

/** First and last neutral class; what lies below is negative, above positive. */
const NEUTRAL: Record<Instrument, readonly [number, number]> = {
  nps: [7, 8],
  csat: [3, 3],
  ces: [4, 4],
  sentiment: [5, 5],
  text: [5, 5],
  emotion: [5, 5],
}

export function countSteps(t: Tally, first: number, last: number): number {
  return t.c.slice(first, last + 1).reduce((sum, count) => sum + count, 0)
}

/**
 * How many answers are negative, neutral and positive (METRICS 1).
 * Example: csat counts 1..5 = 3, 5, 12, 40, 60 -> 8, 12, 100.
 */
export function bucketShares(instrument: Instrument, t: Tally): Buckets {
  const [first, last] = NEUTRAL[instrument]
  return {
    negative: countSteps(t, 0, first - 1),
    neutral: countSteps(t, first, last),
    positive: countSteps(t, last + 1, 10),
  }
}

/** The bucket that one class counts in. Example: nps, class 6 -> 'negative'. */
export function bucketOf(instrument: Instrument, step: number): keyof Buckets {
  const [first, last] = NEUTRAL[instrument]
  if (step < first) return 'negative'
  return step > last ? 'positive' : 'neutral'
}
