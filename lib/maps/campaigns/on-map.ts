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

const touches = ({ starts, ends }: Pick<Campaign, 'starts' | 'ends'>, { from, to }: Period) => starts <= to && (ends === null || ends >= from)

/** Those that touch the period, and all that are not over: what is planned fills a stage as much as what runs. */
export async function readMapCampaigns(tx: Tx, ctx: Context, journey: Charted, period: Period): Promise<MapCampaign[]> {
  const all = onMap(await liveCampaigns(tx, ctx, journey.id), journey)
  return all.flatMap(({ note: _, archived: _archived, ...campaign }) => {
    const state = stateOf(campaign, period.today)
    return touches(campaign, period) || state !== 'past' ? [{ ...campaign, state }] : []
  })
}

/** Those that ran or run in the period at one of these stages, the earliest first. */
export async function readRunning(tx: Tx, ctx: Context, journey: Charted, period: Period, at: readonly { key: string }[]): Promise<MapCampaign[]> {
  const all = await readMapCampaigns(tx, ctx, journey, period)
  return all.filter((one) => touches(one, period) && one.stages.some((stage) => at.some(({ key }) => key === stage)))
}
