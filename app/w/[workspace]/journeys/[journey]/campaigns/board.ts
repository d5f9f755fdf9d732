import type { CampaignBoard, StageEffect } from '#lib/maps/campaigns/types'

export type BoardRow = { campaign: CampaignBoard['campaigns'][number]; places: { stage: { key: string; name: string }; effect: StageEffect | null }[] }

const RANK = { now: 0, planned: 1, past: 2 } as const

/** Running, then planned, then over, those last over first; each with its stages on the map and what was felt there. */
export function rowsOf({ campaigns, stages, effects }: CampaignBoard): BoardRow[] {
  const ranked = [...campaigns].sort((a, b) => RANK[a.state] - RANK[b.state] || (a.state === 'past' ? (a.starts < b.starts ? 1 : -1) : 0))
  return ranked.map((campaign) => ({
    campaign,
    places: stages
      .filter(({ key }) => campaign.stages.includes(key))
      .map((stage) => ({ stage, effect: effects?.find((one) => one.campaign === campaign.id && one.stage === stage.key) ?? null })),
  }))
}
