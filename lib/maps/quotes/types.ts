import type { Mood } from '../comments/moods'
import type { MapComment } from '../comments/types'

/** A comment on the map; without a score it has no mood. */
export type Quote = MapComment & { mood: Mood | null }

/** What stands at a stage: what the team pinned, else one typical happy and one unhappy comment. Hidden: comments need more answers. */
export type StageQuotes = { stage: string; hidden: 'too_few_answers' | null; quotes: Quote[] }
