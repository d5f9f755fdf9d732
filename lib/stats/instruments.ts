/** What an answer can be measured with. `text` is derived from a comment, `emotion` from all asked instruments of a response. */
export const INSTRUMENTS = ['nps', 'csat', 'ces', 'sentiment', 'text', 'emotion'] as const
export type Instrument = (typeof INSTRUMENTS)[number]
export type ScoredInstrument = Exclude<Instrument, 'emotion'>
export type AskedInstrument = Exclude<ScoredInstrument, 'text'>

/**
 * Emotion e on [-1, 1] is kept as a whole number of 1/18000: every mean of up to six answers on these scales is exact there,
 * so sums merge in any order and can be recounted bit for bit.
 */
export const EMOTION_UNIT = 18000

/** Raw scores are whole numbers: nps 0..10, csat 1..5, ces 1..7 (7 = easy), sentiment and text in hundredths of e. */
export const SCALES: Record<ScoredInstrument, { lo: number; hi: number; unitsPerStep: number }> = {
  nps: { lo: 0, hi: 10, unitsPerStep: 3600 },
  csat: { lo: 1, hi: 5, unitsPerStep: 9000 },
  ces: { lo: 1, hi: 7, unitsPerStep: 6000 },
  sentiment: { lo: -100, hi: 100, unitsPerStep: 180 },
  text: { lo: -100, hi: 100, unitsPerStep: 180 },
}

/** Turns the score of a reversed question (CES 1.0: low = easy) round, so that high is good. ces 2 -> 6. */
export function orientScore(instrument: ScoredInstrument, score: number, reversed = false): number {
  const { lo, hi } = SCALES[instrument]
  return reversed ? lo + hi - score : score
}

/**
 * e = (2x - lo - hi) / (hi - lo), negated where the question is reversed; the answer is e in units of 1/18000, always exact.
 * Linear rescaling, the bipolar form of "percent of maximum possible" (Cohen, Cohen, Aiken & West 1999).
 * Example: nps 9 -> e 0.8 -> 14400.
 */
export function emotionUnits(instrument: ScoredInstrument, score: number, reversed = false): number {
  const { lo, hi, unitsPerStep } = SCALES[instrument]
  return ((2 * orientScore(instrument, score, reversed) - lo - hi) * unitsPerStep) / 2
}
