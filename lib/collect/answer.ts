import type { AskedInstrument } from '#lib/stats/instruments'
import type { AskedAs } from '#lib/widget/scale'

/** One stored answer: a score in whole steps of its scale as it was given, a text, or the ids of what was chosen. */
export type Answer = {
  questionId: string
  touchpoint: string
  instrument: AskedAs
  score: number | null
  reversed: boolean
  body: string | null
  chosen: readonly string[] | null
}

export type ScoredAnswer = Answer & { instrument: AskedInstrument; score: number }

export const SCORED = (answer: Answer): answer is ScoredAnswer => answer.score !== null
