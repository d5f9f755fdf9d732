import { EMOTION_UNIT, emotionUnits } from '#lib/stats/instruments'
import { type Mood, moodOf } from '../comments/moods'
import type { CommentRow } from '../comments/page'

/** The newest comment of one place and score, of those that fit into the lane where there are any, and how many stand for it. */
export type Candidate = CommentRow & { fits: boolean; n: number }

const feltOf = ({ instrument, score, reversed }: Candidate) => (instrument === null || score === null ? 0 : emotionUnits(instrument, score, reversed ?? false) / EMOTION_UNIT)

const isNewer = (a: Candidate, b: Candidate) => a.day > b.day || (a.day === b.day && a.responseId > b.responseId)

export const moodOfRow = ({ instrument, score, reversed }: CommentRow): Mood | null =>
  instrument === null || score === null ? null : moodOf(instrument, score, reversed ?? false)

/**
 * The one that is typical of a mood: it fits into the lane, and feels most as all of that mood do; of equals the newest. Null
 * where nobody said anything in that mood.
 */
export function typicalOf(candidates: readonly Candidate[], mood: Mood): Candidate | null {
  const its = candidates.filter((candidate) => moodOfRow(candidate) === mood)
  const n = its.reduce((sum, candidate) => sum + candidate.n, 0)
  const mean = its.reduce((sum, candidate) => sum + candidate.n * feltOf(candidate), 0) / n
  const off = (candidate: Candidate) => Math.abs(feltOf(candidate) - mean)
  const sorted = its.toSorted((a, b) => Number(b.fits) - Number(a.fits) || off(a) - off(b) || (isNewer(a, b) ? -1 : 1))
  return sorted[0] ?? null
}
