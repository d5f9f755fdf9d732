import type { Tx } from '#db/open'
import { liveCampaigns } from '#lib/campaigns/read'
import { type Campaign, stateOf } from '#lib/campaigns/types'
import type { Context } from '#lib/context'
import type { Charted } from '../journey'
import type { MapCampaign } from './types'

/** Campaigns at stages that are on the map; one whose stages are all archived is on none. */
export function onMap<C extends Campaign>(campaigns: readonly C[], { stages }: Pick<Charted, 'stages'>): C[] {
  const live = new Set(stages.map(({ key }) => key))
  return campaigns.map((one) => ({ ...one, stages: one.stages.filter((key) => live.has(key)) })).filter((one) => one.stages.length > 0)
}

type Period = { from: string; to: string; today: string }

/** Those that touch the period, and all that are not over: what is planned fills a stage as much as what runs. */
export async function readMapCampaigns(tx: Tx, ctx: Context, journey: Charted, { from, to, today }: Period): Promise<MapCampaign[]> {
  const all = onMap(await liveCampaigns(tx, ctx, journey.id), journey)
  return all.flatMap(({ note: _, archived: _archived, ...campaign }) => {
    const state = stateOf(campaign, today)
    const touches = campaign.starts <= to && (campaign.ends === null || campaign.ends >= from)
    return touches || state !== 'past' ? [{ ...campaign, state }] : []
  })
}
