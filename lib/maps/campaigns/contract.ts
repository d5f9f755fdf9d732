import { z } from 'zod'
import type { MapCampaign } from './types'

export const State = z.enum(['past', 'now', 'planned'])

export const MapCampaignRow: z.ZodType<MapCampaign> = z
  .object({
    id: z.uuid(),
    name: z.string(),
    channel: z.string(),
    persona: z.string().nullable(),
    personaName: z.string().nullable(),
    audience: z.string().nullable(),
    stages: z.array(z.string()),
    starts: z.iso.date(),
    ends: z.iso.date().nullable(),
    cost: z.number().nullable(),
    currency: z.string().nullable(),
    state: State,
  })
  .meta({ id: 'MapCampaign', description: 'A campaign that touches the period or is not over, at those of its stages that are on the map. `state` is of today.' })
