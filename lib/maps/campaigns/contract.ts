import { z } from 'zod'
import { CAMPAIGN_FIELDS } from '#lib/campaigns/contract'
import type { MapCampaign } from './types'

export const State = z.enum(['past', 'now', 'planned'])

export const MapCampaignRow: z.ZodType<MapCampaign> = z
  .object({ ...CAMPAIGN_FIELDS, state: State })
  .meta({ id: 'MapCampaign', description: 'A campaign that touches the period or is not over, at those of its stages that are on the map. `state` is of today.' })
