import type { AskedInstrument, Instrument } from '../instruments'

const ASKED: readonly AskedInstrument[] = ['nps', 'csat', 'ces', 'sentiment']

/**
 * Whether two sides were asked with different instruments (METRICS 3): a difference of emotion would then show the change of the
 * questions, so it says "mix changed" and is not tested. Give the instruments that have answers on each side; `text` and
 * `emotion` are derived and do not count, nor does the order. A side without any answers differs from one that has some.
 * Example: [csat, nps] and [nps, csat, text] -> false; [csat] and [csat, ces] -> true.
 */
export function isMixChanged(a: readonly Instrument[], b: readonly Instrument[]): boolean {
  return ASKED.some((instrument) => a.includes(instrument) !== b.includes(instrument))
}
