/**
 * What a team believes of a place beside what was measured there. Assumed: inside the 95 % interval; better, worse: what was measured
 * lies clearly above or below, so the belief is contradicted; too few: hidden or below 30 answers; assumed only: no answers at all.
 */
export type Verdict = 'as_assumed' | 'better' | 'worse' | 'too_few' | 'assumed_only' | 'measured'

/** `touchpoint` null: the stage itself. `gap`: measured minus assumed, where there are enough answers to say. */
export type Belief = { stage: string; touchpoint: string | null; assumed: number | null; verdict: Verdict; gap: number | null }

export type TargetMetric = 'emotion' | 'nps' | 'csat' | 'ces'

/** `gap`: measured minus target, in the unit of the number. `lies`: where the whole interval is; `around` where it holds the target. */
export type TargetGap = {
  stage: string
  metric: TargetMetric
  target: number
  gap: number | null
  lies: 'below' | 'around' | 'above' | 'too_few' | 'no_answers'
}

export type Beliefs = { places: Belief[]; targets: TargetGap[] }
