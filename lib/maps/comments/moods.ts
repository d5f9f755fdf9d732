import { type SQL, sql } from 'drizzle-orm'
import { bucketOf } from '#lib/stats/buckets'
import { type AskedInstrument, orientScore, SCALES } from '#lib/stats/instruments'
import { stepOf } from '#lib/stats/tally'

export const MOODS = ['negative', 'neutral', 'positive'] as const
export type Mood = (typeof MOODS)[number]

/** By the bucket that a score counts in; `score` as it is stored. */
export const moodOf = (instrument: AskedInstrument, score: number, reversed: boolean): Mood => bucketOf(instrument, stepOf(instrument, orientScore(instrument, score, reversed)))

type Range = { instrument: AskedInstrument; reversed: boolean; from: number; to: number }

/** Buckets are runs of the scale, so a mood is one range of stored scores for each instrument and direction. */
const RANGES: Readonly<Record<Mood, readonly Range[]>> = (() => {
  const ranges: Record<Mood, Range[]> = { negative: [], neutral: [], positive: [] }
  for (const instrument of ['nps', 'csat', 'ces', 'sentiment'] as const) {
    for (const reversed of [false, true]) {
      const { lo, hi } = SCALES[instrument]
      const scores = Array.from({ length: hi - lo + 1 }, (_, i) => lo + i)
      for (const mood of MOODS) {
        const its = scores.filter((score) => moodOf(instrument, score, reversed) === mood)
        ranges[mood].push({ instrument, reversed, from: Math.min(...its), to: Math.max(...its) })
      }
    }
  }
  return ranges
})()

/** Of the answer `s` beside a comment: the same buckets as everywhere, as a condition. */
export const isMood = (mood: Mood): SQL =>
  sql`(${sql.join(
    RANGES[mood].map(({ instrument, reversed, from, to }) => sql`(s.instrument = ${instrument} and s.reversed = ${reversed} and s.score between ${from} and ${to})`),
    sql` or `,
  )})`
