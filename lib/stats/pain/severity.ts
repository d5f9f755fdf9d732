export type Factors = { share: number | null; reach: number | null; impact: number }

/**
 * Severity of a pain point, from 0 to 100: 100 p~ R I (METRICS 4), how much of the journey's people it hurts where it matters.
 * share p~ from shrunkShare, reach R from reachOf, impact I from impactOf. Null where share or reach is not known.
 * Example: share .5, reach .4, impact .3 -> 6.
 */
export function severity({ share, reach, impact }: Factors): number | null {
  return share === null || reach === null ? null : 100 * share * reach * impact
}
