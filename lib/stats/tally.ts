import { EMOTION_UNIT, type Instrument, SCALES } from './instruments'

/**
 * Counters that merge by addition. n answers; c[0..10] answers a class (see stepOf); s and q the exact sum and sum of squares
 * of the score: raw for nps, csat and ces, hundredths for sentiment and text, 1/18000 for emotion.
 */
export type Tally = { n: number; c: readonly number[]; s: bigint; q: bigint }

const CLASSES = 11
const NEUTRAL_CLASS = 5

export const EMPTY: Tally = Object.freeze({ n: 0, c: Object.freeze(new Array<number>(CLASSES).fill(0)), s: 0n, q: 0n })

function checkScore(instrument: Instrument, score: number) {
  const { lo, hi } = instrument === 'emotion' ? { lo: -EMOTION_UNIT, hi: EMOTION_UNIT } : SCALES[instrument]
  if (!Number.isInteger(score) || score < lo || score > hi) {
    throw new RangeError(`${instrument} score ${score} is not a whole number from ${lo} to ${hi}`)
  }
}

/** Five classes of equal width from -top to -border, their mirror image from border to top; class 5 between, and zero always. */
function bipolarClass(score: number, top: number, border: number): number {
  if (score === 0 || Math.abs(score) < border) return NEUTRAL_CLASS
  const width = (top - border) / NEUTRAL_CLASS
  const fromBottom = Math.min(NEUTRAL_CLASS - 1, Math.floor((top - Math.abs(score)) / width))
  return score < 0 ? fromBottom : CLASSES - 1 - fromBottom
}

/**
 * Which of c0..c10 an answer counts in. nps, csat and ces: the score itself. sentiment, text and emotion: eleven classes of e,
 * c5 the neutral bucket (-0.25 < e < 0.25; for emotion e = 0), c0..c4 the negative bucket in five equal widths, c6..c10 mirrored.
 * Throws a RangeError outside the scale: a wrong class would corrupt every sum that it enters.
 * Example: sentiment -100 -> 0, -25 -> 4, 0 -> 5, 25 -> 6.
 */
export function stepOf(instrument: Instrument, score: number): number {
  checkScore(instrument, score)
  if (instrument === 'emotion') return bipolarClass(score, EMOTION_UNIT, 0)
  if (instrument === 'sentiment' || instrument === 'text') return bipolarClass(score, 100, 25)
  return score
}

/** The tally of one answer. For `emotion` the score is e in units of 1/18000. */
export function tallyOf(instrument: Instrument, score: number): Tally {
  const step = stepOf(instrument, score)
  return { n: 1, c: EMPTY.c.map((_, i) => (i === step ? 1 : 0)), s: BigInt(score), q: BigInt(score * score) }
}

export function addTallies(a: Tally, b: Tally): Tally {
  return { n: a.n + b.n, c: a.c.map((count, i) => count + (b.c[i] ?? 0)), s: a.s + b.s, q: a.q + b.q }
}

/** What takes an answer back (late edit, erasure): its tally with every counter negated. */
export function negateTally(a: Tally): Tally {
  return { n: 0 - a.n, c: a.c.map((count) => 0 - count), s: -a.s, q: -a.q }
}

export function sumTallies(ts: Iterable<Tally>): Tally {
  let total = EMPTY
  for (const t of ts) total = addTallies(total, t)
  return total
}
