import fc from 'fast-check'
import { EMOTION_UNIT, type Instrument, SCALES } from '#lib/stats/instruments'
import { type Tally, sumTallies, tallyOf } from '#lib/stats/tally'

/** A tally of so many answers a score: counts('nps', { 10: 54, 7: 28, 0: 18 }). */
export function counts(instrument: Instrument, answers: Record<number, number>): Tally {
  const each = Object.entries(answers).flatMap(([score, n]) => new Array<Tally>(n).fill(tallyOf(instrument, Number(score))))
  return sumTallies(each)
}

export function anyScore(instrument: Instrument) {
  const { lo, hi } = instrument === 'emotion' ? { lo: -EMOTION_UNIT, hi: EMOTION_UNIT } : SCALES[instrument]
  return fc.integer({ min: lo, max: hi })
}
