import { cache } from 'react'
import { findRedundant } from '#lib/campaigns/redundancy'
import type { MapCampaign } from '#lib/maps/campaigns/types'
import type { JourneyMap } from '#lib/maps/types'
import { type Item, packRows } from './pack'
import type { CampaignWords } from './words'

/** Where campaigns are made and changed; null where nothing leads on. */
export type CampaignLinks = { page: string; gaps: string; mayEdit: boolean }

/** One campaign, or a stage without any. */
type Slot = { campaign: MapCampaign } | { stage: { key: string; name: string } }

/** As many rows as can be told apart at a glance; the page of campaigns has them all. */
const MOST_ROWS = 6

const RANK = { now: 0, planned: 1, past: 2 } as const

/** Running first, then planned, then what is over. */
export const ranked = (campaigns: readonly MapCampaign[]): MapCampaign[] => [...campaigns].sort((a, b) => RANK[a.state] - RANK[b.state])

/** What stands in the lane: running first, then planned, then (for editors) stages without any, then what is over. */
export function slotsOf({ campaigns, stages }: Pick<JourneyMap, 'campaigns' | 'stages'>, mayEdit: boolean) {
  const columnsOf = (keys: readonly string[]) => stages.flatMap(({ key }, i) => (keys.includes(key) ? [i] : []))
  const all = ranked(campaigns)
  const items = (some: readonly MapCampaign[]): Item<Slot>[] => some.map((campaign) => ({ of: { campaign }, at: columnsOf(campaign.stages) }))
  const live = all.filter(({ state }) => state !== 'past')
  const bare = mayEdit ? stages.filter(({ key }) => !live.some((one) => one.stages.includes(key))) : []
  const empty: Item<Slot>[] = bare.map(({ key, name }) => ({ of: { stage: { key, name } }, at: columnsOf([key]) }))
  const placed = packRows([...items(live), ...empty, ...items(all.filter(({ state }) => state === 'past'))])
  const shown = placed.filter(({ row }) => row < MOST_ROWS)
  return { shown, rows: Math.max(1, ...shown.map(({ row }) => row + 1)), left: placed.length - shown.length }
}

/** Found once for a map, which shows it below each of its stages. */
const redundantOn = cache((campaigns: readonly MapCampaign[]) => {
  const live = campaigns.filter(({ state }) => state !== 'past')
  return { live, pairs: findRedundant(live) }
})

/** The names that a campaign overlaps with, by its id: of those that are not over. */
export function overlapsOf(campaigns: readonly MapCampaign[], t: CampaignWords['t']): (id: string) => string | null {
  const { live, pairs } = redundantOn(campaigns)
  return (id) => {
    const ids = pairs.flatMap(({ a, b }) => (a === id ? [b] : b === id ? [a] : []))
    const names = live.filter((one) => ids.includes(one.id)).map(({ name }) => name)
    return names.length === 0 ? null : t('lane.overlaps', { name: names.join(', ') })
  }
}

export const openHref = ({ page }: CampaignLinks, id: string) => `${page}?campaign=${id}`
export const newHref = ({ page }: CampaignLinks, stage?: string) => `${page}?new=1${stage === undefined ? '' : `&stage=${encodeURIComponent(stage)}`}`
