import { z } from 'zod'
import { Outcome } from '#lib/journeys/outcome'

/** Correlation with the outcome over n people; r null where there are too few of them or nothing varies. */
const Pairs = z.object({ r: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable(), n: z.int(), spearman: z.number().nullable() })

/** Johnson's relative weights of the places that at least half of the people have a value at, over those who have one at each. */
const Johnson = z.object({ places: z.array(z.string()), weights: z.array(z.number()), r2: z.number(), cases: z.int() })

/** Different people who were exposed (by events), how many were invited by a link of their own, and different people who answered; at a touchpoint, or anywhere in the journey. */
const People = z.object({ exposed: z.int(), invited: z.int().default(0), answered: z.int() })

/**
 * Of the people with an id, how many answered at each stage, and how many at both of each two (by pairKey), with the sum and the
 * sum of squares of their differences of e, the second stage of the key minus the first.
 */
export const Crossings = z.object({
  people: z.record(z.string(), z.int()),
  pairs: z.record(z.string(), z.object({ n: z.int(), s: z.number(), q: z.number() })),
})

/** What a study has counted. `version` rises when the way of counting changes; an older result is then counted anew. */
export const StudyResult = z.object({
  version: z.literal(2),
  window: z.object({ from: z.string(), to: z.string() }),
  /** null: none is declared, and each place is held against the same person's NPS elsewhere. */
  outcome: Outcome.nullable(),
  /** Of all who answered (each answer without a person being one of its own), those with an outcome. */
  withOutcome: z.int(),
  stages: z.record(z.string(), Pairs),
  touchpoints: z.record(z.string(), Pairs),
  /** By cellKey: impact of a pain point. */
  cells: z.record(z.string(), z.object({ r: z.number().nullable(), n: z.int() })),
  johnson: z.object({ stage: Johnson.nullable(), touchpoint: Johnson.nullable() }),
  people: People,
  reach: z.record(z.string(), People),
  crossings: Crossings,
})

export type StudyResult = z.infer<typeof StudyResult>
export type PairsResult = z.infer<typeof Pairs>
export type Johnson = z.infer<typeof Johnson>
export type People = z.infer<typeof People>
export type Crossings = z.infer<typeof Crossings>

export const cellKey = (touchpoint: string, instrument: string): string => `${instrument} ${touchpoint}`

/** Two stages in an order of their own, so that no later order of the map makes another key of them. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)
