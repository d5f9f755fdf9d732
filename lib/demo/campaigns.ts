import { addCampaign } from '#lib/campaigns/write'
import type { Context } from '#lib/context'
import { addDays, localDay } from '#lib/time'

/** What the invented company does to be heard. The first two speak to everybody by email at one stage in the same days. */
const CAMPAIGNS = [
  { name: 'Set-up e-mails', channel: 'email', audience: 'new teams', stages: ['onboarding'], starts: -95, note: 'Five mails in the first ten days, sent when a team opens the set-up.' },
  { name: 'First month −20 %', channel: 'email', stages: ['consideration', 'purchase'], starts: -21, ends: 8, cost: 4200, currency: 'EUR' },
  { name: 'Autumn webinar', channel: 'email', stages: ['awareness', 'consideration'], starts: -19, ends: 5, cost: 1850, currency: 'EUR' },
  { name: 'Customer stories', channel: 'web', audience: 'teams that pay by the month', stages: ['purchase', 'renewal'], starts: 9, ends: 39, cost: 950, currency: 'EUR' },
] as const

/** Campaigns of the demo's journey, on days around today. */
export async function addDemoCampaigns(ctx: Context, journey: string): Promise<void> {
  const today = localDay(ctx.now(), 'UTC')
  for (const { starts, ...campaign } of CAMPAIGNS) {
    const ends = 'ends' in campaign ? { ends: addDays(today, campaign.ends) } : {}
    await addCampaign(ctx, { ...campaign, journey, starts: addDays(today, starts), ...ends })
  }
}
