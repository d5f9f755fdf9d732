import { z } from 'zod'
import { CampaignRow } from '#lib/campaigns/contract'
import type { Redundant } from '#lib/campaigns/types'
import type { Operation } from '#lib/http/openapi'
import { Figure } from '../contract'
import { State } from './contract'
import type { CampaignBoard, Effect, StageEffect } from './types'

const amount = z.number().nullable()
const days = z.object({ from: z.iso.date(), to: z.iso.date() })

const EffectRow: z.ZodType<Effect> = z.object({
  metric: Figure.shape.metric,
  state: z.enum(['tested', 'mix_changed', 'hidden', 'no_answers', 'blocked', 'too_short']),
  value: amount, low: amount, high: amount, p: amount, q: amount, isClear: z.boolean(), isFinal: z.boolean(),
  during: Figure,
  before: Figure,
})

const StageEffectRow: z.ZodType<StageEffect> = z
  .object({ campaign: z.uuid(), stage: z.string(), days: z.int(), during: days, before: days, emotion: EffectRow, nps: EffectRow })
  .meta({
    id: 'CampaignEffect',
    description:
      'What was felt at a stage during a campaign (at most its first 366 days, until today) minus as many days before it, with its 95 % interval. Clear where q <= .05 after Benjamini-Hochberg over all stages of all campaigns here. They go together: neither is the cause.',
  })

const RedundantRow: z.ZodType<Redundant> = z
  .object({
    a: z.uuid(), b: z.uuid(), stages: z.array(z.string()), channel: z.string(),
    persona: z.string().nullable(), audience: z.string().nullable(), from: z.iso.date(), to: z.iso.date().nullable(),
  })
  .meta({ id: 'RedundantCampaigns', description: 'Two campaigns that say something by one channel at one stage to the same people on the same days.' })

const Board: z.ZodType<CampaignBoard> = z
  .object({
    journey: z.object({ key: z.string(), name: z.string() }),
    today: z.iso.date(),
    stages: z.array(z.object({ key: z.string(), name: z.string() })),
    campaigns: z.array(z.intersection(CampaignRow, z.object({ state: State }))),
    redundant: z.array(RedundantRow),
    pairs: z.int(),
    effects: z.array(StageEffectRow).nullable(),
  })
  .meta({ id: 'CampaignBoard' })

export const CAMPAIGN_BOARD_OPERATIONS: readonly Operation[] = [
  { method: 'GET', path: '/api/v1/management/journeys/{journey}/campaigns/board', summary: 'Read all live campaigns with their effects, and which are redundant', scope: 'read', answers: { 200: 'The campaigns.' }, data: Board },
]
