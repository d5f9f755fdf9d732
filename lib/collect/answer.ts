import type { AskedInstrument } from '#lib/stats/instruments'

/** One stored answer; the score in whole steps of its scale, as it was given. */
export type Answer = {
  questionId: string
  touchpoint: string
  instrument: AskedInstrument | 'comment'
  score: number | null
  reversed: boolean
  body: string | null
}

export type ScoredAnswer = Answer & { instrument: AskedInstrument; score: number }

export const SCORED = (answer: Answer): answer is ScoredAnswer => answer.instrument !== 'comment' && answer.score !== null
