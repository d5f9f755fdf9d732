import { z } from 'zod'
import { fault, invalid } from '#lib/errors'
import { Channel, Day, Key, MOST_STAGES, Name, storable } from '#lib/journeys/input'
import type { Campaign } from './types'

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'))
const MOST_COST = 1_000_000_000

const custom = (code: string, message: string) => ({ message, params: { code } })

const Note = z
  .string()
  .trim()
  .max(2000)
  .refine(storable, custom('invalid_text', 'This holds a character that cannot be stored.'))
  .transform((text) => text || null)

const Cost = z
  .number({ error: 'write the cost as a number, such as 1250.50' })
  .refine((cost) => cost >= 0, custom('negative_cost', 'A campaign costs nothing or more.'))
  .refine((cost) => cost <= MOST_COST, custom('too_big', 'That is more than any campaign costs.'))
  .refine((cost) => Math.abs(Math.round(cost * 100) - cost * 100) < 1e-4, custom('too_fine', 'Write at most two decimals.'))

const Currency = z
  .string()
  .trim()
  .max(3)
  .transform((text) => text.toUpperCase())
  .refine((code) => CURRENCIES.has(code), custom('unknown_currency', 'That is no currency. Write its three letters, such as EUR or USD.'))

const Stages = z
  .array(Key)
  .max(MOST_STAGES)
  .refine((keys) => keys.length > 0, custom('required', 'Choose at least one stage.'))
  .transform((keys) => [...new Set(keys)])

const optional = {
  persona: Key.nullable().optional(),
  audience: Name.nullable().optional(),
  ends: Day.nullable().optional(),
  cost: Cost.nullable().optional(),
  currency: Currency.nullable().optional(),
  note: Note.nullable().optional(),
}

export const NewCampaign = z.strictObject({ journey: Key, name: Name, channel: Channel, stages: Stages, starts: Day, ...optional })
export const EditCampaign = NewCampaign.partial().extend({ journey: Key, id: z.uuid() })
export const CampaignOf = z.strictObject({ journey: Key, id: z.uuid() })

export type Written = Omit<Campaign, 'id' | 'personaName' | 'archived'>
type Given = { [K in keyof Written]?: Written[K] | undefined }

/** What a campaign is after a change: who names people in another way, or takes the cost away, need not undo what belonged to it. */
export function changed(before: Written, given: Given): Written {
  if (given.persona != null && given.audience != null) {
    throw invalid(fault('/audience', 'two_audiences', 'Name the audience by a persona or in words, not both.'))
  }
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const after: Written = { ...before, ...said }
  if (given.persona != null) after.audience = null
  if (given.audience != null) after.persona = null
  if (after.cost === null) after.currency = null
  return after
}

/** What no field can tell by itself. */
export function checkCampaign({ starts, ends, cost, currency }: Written): void {
  if (ends !== null && ends < starts) throw invalid(fault('/ends', 'invalid_date', 'It ends on {ends}, before it starts on {starts}.', { ends, starts }))
  if (cost !== null && currency === null) throw invalid(fault('/currency', 'required', 'Say in which currency, such as EUR.'))
}
