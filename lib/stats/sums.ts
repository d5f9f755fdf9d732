import { bucketShares, countSteps } from './buckets'
import { EMOTION_UNIT, SCALES, type ScoredInstrument } from './instruments'
import type { IndexSums } from './interval'
import type { Metric } from './measure'
import type { Tally } from './tally'

/**
 * Sums of e of one instrument's answers: e = (2x - lo - hi)/(hi - lo) is linear in the score (METRICS 1), so they come from the
 * sums of the score, in exact whole numbers until the division.
 * Example: csat counts 1..5 = 3, 5, 12, 40, 60 -> n 120, s 74.5, q 74.25.
 */
export function instrumentSums(instrument: ScoredInstrument, t: Tally): IndexSums {
  const { lo, hi } = SCALES[instrument]
  const middle = BigInt(lo + hi)
  const width = hi - lo
  const n = BigInt(t.n)
  return {
    n: t.n,
    s: Number(2n * t.s - middle * n) / width,
    q: Number(4n * t.q - 4n * middle * t.s + middle * middle * n) / (width * width),
  }
}

/** e is 1, 0 or -1. */
const netSums = (n: number, up: number, down: number): IndexSums => ({ n, s: up - down, q: up + down })

/** e is 1 in the box and -1 outside. */
const boxSums = (n: number, inside: number): IndexSums => netSums(n, inside, n - inside)

function npsSums(t: Tally): IndexSums {
  const { positive, negative } = bucketShares('nps', t)
  return netSums(t.n, positive, negative)
}

const emotionSums = (t: Tally): IndexSums => ({ n: t.n, s: Number(t.s) / EMOTION_UNIT, q: Number(t.q) / EMOTION_UNIT ** 2 })

const METRICS: Record<Metric, { scale: number; sums: (t: Tally) => IndexSums }> = {
  nps: { scale: 100, sums: npsSums },
  csat_top2_pct: { scale: 50, sums: (t) => boxSums(t.n, bucketShares('csat', t).positive) },
  csat_mean: { scale: 2, sums: (t) => instrumentSums('csat', t) },
  ces_top3_pct: { scale: 50, sums: (t) => boxSums(t.n, bucketShares('ces', t).positive) },
  ces_mean: { scale: 3, sums: (t) => instrumentSums('ces', t) },
  ces_net: { scale: 100, sums: (t) => netSums(t.n, countSteps(t, 6, 7), bucketShares('ces', t).negative) },
  emotion_index: { scale: 100, sums: emotionSums },
  sentiment_index: { scale: 100, sums: (t) => instrumentSums('sentiment', t) },
  text_index: { scale: 100, sums: (t) => instrumentSums('text', t) },
}

/**
 * Every metric is an index: the mean of some e on [-1, 1], shown linearly. Here each says its e (as sums over the tally of its
 * own instrument) and its scale, how many display units one unit of e is. Without answers the sums are 0 and n says so.
 * Example: csat_top2_pct of csat counts 3, 5, 12, 40, 60 -> n 120, s 100 - 20, q 120; 50 percentage points a unit.
 */
export function sumsOf(metric: Metric, tally: Tally): { sums: IndexSums; scale: number } {
  const { scale, sums } = METRICS[metric]
  return { sums: sums(tally), scale }
}
