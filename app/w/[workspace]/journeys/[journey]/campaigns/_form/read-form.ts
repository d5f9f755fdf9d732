import type { Campaign } from '#lib/campaigns/types'
import type { CampaignWords } from '../../_campaigns/words'

export type Named = { key: string; name: string }
export type Faults = Readonly<Record<string, string>>

/** How the form says "everybody" and "in words"; a persona stands behind its sign, so that no key can mean either. */
export const EVERYBODY = ''
export const IN_WORDS = 'words'
export const personaValue = (key: string) => `persona:${key}`

const OWN = ['name', 'channel', 'starts', 'ends', 'cost', 'currency', 'note', 'audience', 'persona']

/** A refusal about something that has no field of its own. */
export const otherFault = (faults: Faults): string | undefined => Object.entries(faults).find(([field]) => !OWN.includes(field) && !/^stages/.test(field))?.[1]

/** What was typed; or what cannot even be sent. Stages that are archived stay named, though no box stands for them. */
export function fieldsIn(form: FormData, before: Campaign | null, t: CampaignWords['t']) {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const cost = text('cost') === '' ? null : Number(text('cost').replace(',', '.'))
  if (cost !== null && !Number.isFinite(cost)) return { fields: null, refused: { cost: t('form.notNumber') } }
  const shown = form.getAll('shown').map(String)
  const kept = before?.stages.filter((key) => !shown.includes(key)) ?? []
  const whom = text('whom')
  return {
    fields: {
      name: text('name'),
      channel: text('channel'),
      stages: [...form.getAll('stages').map(String), ...kept],
      starts: text('starts'),
      ends: text('ends') || null,
      persona: whom.startsWith('persona:') ? whom.slice('persona:'.length) : null,
      audience: whom === IN_WORDS ? text('audience') : null,
      cost,
      currency: cost === null ? null : text('currency') || null,
      note: text('note') || null,
    },
    refused: null,
  }
}
