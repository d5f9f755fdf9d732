import type { Campaign, CampaignState, Redundant } from '#lib/campaigns/types'
import type { Measured } from '#lib/stats/measure'
import type { Compared } from '../types'

/** A campaign as a map shows it: at stages that are on the map, in their order; `state` is of today. */
export type MapCampaign = Omit<Campaign, 'note' | 'archived'> & { state: CampaignState }

/**
 * One metric at a stage while a campaign ran, minus the same before it. Not compared within its first days (`too_short`);
 * the other states are those of any comparison.
 */
export type Effect = Omit<Compared, 'state'> & { state: Compared['state'] | 'too_short'; during: Measured; before: Measured }

type Days = { from: string; to: string }

/** What was felt at a stage of a campaign during it and in as many days before: they go together, neither is the cause. */
export type StageEffect = { campaign: string; stage: string; days: number; during: Days; before: Days; emotion: Effect; nps: Effect }

export type CampaignBoard = {
  journey: { key: string; name: string }
  /** Where the journey is. */
  today: string
  stages: { key: string; name: string }[]
  /** All that nobody archived, also where their stages are. */
  campaigns: (Campaign & { state: CampaignState })[]
  /** Pairs that run or will run, the first 100 of `pairs`. */
  redundant: Redundant[]
  pairs: number
  /** Those that have begun, a row for each of their stages; null for a reader who may not read single responses. */
  effects: StageEffect[] | null
}
