import { z } from 'zod'
import type { Operation } from '#lib/http/openapi'
import { EditCampaign, NewCampaign } from './input'
import { ListCampaigns } from './read'
import type { Campaign } from './types'

export const CAMPAIGN_FIELDS = {
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
}

export const CampaignRow: z.ZodType<Campaign> = z
  .object({ ...CAMPAIGN_FIELDS, note: z.string().nullable(), archived: z.boolean() })
  .meta({
    id: 'Campaign',
    description: 'Local dates of the journey, both inclusive; without `ends` it goes on. For a persona, for whom `audience` names, or (both null) for everybody. Cost and currency are null without the scope `write`.',
  })

const ALL = '/api/v1/management/journeys/{journey}/campaigns'
const ONE = `${ALL}/{id}` as const
const Ided = z.object({ id: z.uuid() })

export const CAMPAIGN_OPERATIONS: readonly Operation[] = [
  { method: 'GET', path: ALL, summary: 'List the campaigns of a journey, newest first', scope: 'read', query: ListCampaigns.omit({ journey: true }), answers: { 200: 'A page of campaigns.' }, data: z.array(CampaignRow), isPaged: true },
  { method: 'POST', path: ALL, summary: 'Add a campaign to one or more stages', scope: 'write', body: NewCampaign.omit({ journey: true }), answers: { 201: 'Added.' }, data: CampaignRow, errors: ['conflict'] },
  { method: 'PATCH', path: ONE, summary: 'Change a campaign; null takes away', scope: 'write', body: EditCampaign.omit({ journey: true, id: true }), answers: { 200: 'Changed.' }, data: CampaignRow },
  { method: 'DELETE', path: ONE, summary: 'Archive a campaign; nothing of it is lost', scope: 'write', answers: { 200: 'Archived.' }, data: Ided },
  { method: 'POST', path: `${ONE}/restore`, summary: 'Restore an archived campaign', scope: 'write', answers: { 200: 'Restored.' }, data: Ided, errors: ['validation_failed', 'conflict'] },
]
