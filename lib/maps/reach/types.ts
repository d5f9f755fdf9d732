import type { Rates } from '#lib/stats/reach'

/**
 * Whom surveys reached at a stage, or at one touchpoint of it. `exposed`: how often one was put before somebody; null where that is
 * too few to be shown.
 */
export type Reach = { stage: string; touchpoint: string | null; exposed: number | null } & Rates
