import type { Context } from '#lib/context'
import { answeredDays, listTotals } from '#lib/maps/list-totals'
import { type Filter, groupOf, type Preset } from './address'

/**
 * For a view that holds no answer: where nobody asked for other days than the usual ones or for a group, and people answered
 * before, the view of all days on which they did. An import of old answers would else look empty from everywhere.
 */
export async function earlierFilter(ctx: Context, journey: { key: string; timeZone: string }, filter: Filter, usual: Preset): Promise<Filter | null> {
  if (filter.period !== usual || groupOf(filter) !== '' || filter.compare?.length) return null
  const totals = (await listTotals(ctx, { journeys: [journey] }))[journey.key]
  const days = totals ? answeredDays(totals) : null
  return days && { ...filter, period: 'custom', ...days }
}
