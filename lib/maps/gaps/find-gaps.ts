import type { CampaignState } from '#lib/campaigns/types'
import type { LaneBook } from '#lib/journeys/document/schema'
import { DAY_MS } from '#lib/time'
import type { Stage } from '../journey'
import type { Gap } from './types'

export const STALE_DAYS = 30

/** What is known of a stage beside what its map says: a live survey that asks there, and the day of its last answer. */
export type Asked = { stage: string; survey: string | null; lastAnswer: string | null }

type Known = {
  stages: readonly Stage[]
  lanes: Pick<LaneBook, 'owner' | 'kpi'>
  campaigns: readonly { stages: readonly string[]; state: CampaignState }[]
  asked: readonly Asked[]
  today: string
  staleDays: number
}

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** What each stage of a published map lacks, stage by stage. A campaign that is planned fills its stages; one that is over does not. */
export function findGaps({ stages, lanes, campaigns, asked, today, staleDays }: Known): Gap[] {
  return stages.flatMap(({ key, touchpoints }) => {
    const { survey = null, lastAnswer = null } = asked.find(({ stage }) => stage === key) ?? {}
    const days = lastAnswer === null ? null : daysBetween(lastAnswer, today)
    const gap = (kind: Gap['kind'], isThere: boolean, more: Partial<Gap> = {}): Gap[] => (isThere ? [] : [{ stage: key, kind, days: null, survey: null, ...more }])
    return [
      ...gap('touchpoint', touchpoints.some(({ overall }) => !overall)),
      ...gap('survey', survey !== null),
      ...gap('answers', days !== null && days < staleDays, { days, survey }),
      ...gap('owner', lanes.owner.stage[key] !== undefined),
      ...gap('kpi', lanes.kpi.stage[key] !== undefined),
      ...gap('campaign', campaigns.some((one) => one.state !== 'past' && one.stages.includes(key))),
    ]
  })
}
