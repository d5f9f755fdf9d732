import type { MapComment } from '../comments/types'

/** One answer of somebody who is known by an id. */
export type Answered = Pick<MapComment, 'score' | 'touchpoint' | 'channel' | 'occurredAt'> & { response: string; person: string }

export type PeoplePage = {
  people: Answered[]
  nextCursor: string | null
  /** Why nobody is there: too few answers, all surveys of this journey ask anonymously, or no answer named its person. */
  why: 'too_few_answers' | 'anonymous' | 'nobody_named' | null
}
