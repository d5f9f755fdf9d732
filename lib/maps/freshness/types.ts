import type { Review } from '#lib/journeys/review/types'

/** `lastOn`: the local day of the newest answer of the stage, in whatever period; null where nobody ever answered. `days` since then. */
type StageFreshness = { stage: string; lastOn: string | null; days: number | null; isStale: boolean }

/** How old the map is: answers of each stage, and when the team last looked at it. */
export type Freshness = { today: string; stages: StageFreshness[]; review: Review }
