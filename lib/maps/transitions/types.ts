/** A number of the study, in display units with its 95 % interval; `n`: people it is about. Hidden: value, low, high and n null. */
type Counted = { value: number | null; low: number | null; high: number | null; n: number | null; suppressed: boolean; lowN: boolean }

/**
 * From one stage to its neighbour. `share`: percent of the people who answered at `from` that also answered at `to`. `change`: of
 * those, their emotion index at `to` minus that at `from`, paired; clear where q <= .05 over all transitions. No interval: fewer
 * than two people, or all of them changed by the same.
 */
export type Transition = { from: string; to: string; share: Counted; change: Counted & { p: number | null; q: number | null; isClear: boolean } }

/** Of the last study, over all channels and segments. Nobody named: no answer names its person, so nobody is known to have come on. */
export type Transitions = {
  state: 'not_counted' | 'nobody_named' | 'counted'
  window: { from: string; to: string } | null
  steps: Transition[]
}
