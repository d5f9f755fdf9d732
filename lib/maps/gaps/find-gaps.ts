import type { CampaignState } from '#lib/campaigns/types'
import type { LaneBook } from '#lib/journeys/document/schema'
import type { Freshness } from '../freshness/types'
import type { Stage } from '../journey'
import type { Gap } from './types'

/** A live survey that asks at a stage. */
export type Asking = { stage: string; survey: string }

export type Known = {
  stages: readonly Stage[]
  lanes: Pick<LaneBook, 'owner' | 'kpi'>
  campaigns: readonly { stages: readonly string[]; state: CampaignState }[]
  asking: readonly Asking[]
  freshness: Pick<Freshness, 'stages'>
}

/** What each stage of a published map lacks, stage by stage. A campaign that is planned fills its stages; one that is over does not. */
export function findGaps({ stages, lanes, campaigns, asking, freshness }: Known): Gap[] {
  return stages.flatMap(({ key, touchpoints }) => {
    const survey = asking.find(({ stage }) => stage === key)?.survey ?? null
    const { days = null, isStale = false } = freshness.stages.find(({ stage }) => stage === key) ?? {}
    const gap = (kind: Gap['kind'], isThere: boolean, more: Partial<Gap> = {}): Gap[] => (isThere ? [] : [{ stage: key, kind, days: null, survey: null, ...more }])
    return [
      ...gap('touchpoint', touchpoints.some(({ overall }) => !overall)),
      ...gap('survey', survey !== null),
      ...gap('answers', days !== null && !isStale, { days, survey }),
      ...gap('owner', lanes.owner.stage[key] !== undefined),
      ...gap('kpi', lanes.kpi.stage[key] !== undefined),
      ...gap('campaign', campaigns.some((one) => one.state !== 'past' && one.stages.includes(key))),
    ]
  })
}
