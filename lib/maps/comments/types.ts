import type { AskedInstrument } from '#lib/stats/instruments'

export type MapComment = {
  /** `response id.question id` */
  id: string
  text: string
  /** nps 0..10, csat 1..5, ces 1..7 with 7 = easy, sentiment -1..1 */
  score: { instrument: AskedInstrument; value: number } | null
  touchpoint: { key: string; name: string }
  stage: string
  channel: string | null
  /** Somebody put it on the map. */
  pinned: boolean
  /** ISO 8601, UTC */
  occurredAt: string
}

export type CommentPage = {
  comments: MapComment[]
  nextCursor: string | null
  /** Set where the place has too few answers for comments to be shown. */
  hidden: 'too_few_answers' | null
}
