import type { Context } from '#lib/context'
import { listTotals } from '#lib/maps/list-totals'
import { addDays } from '#lib/time'
import { type Filter, groupOf, type Preset } from './address'

/** The read model takes ten years; a day more or less is nothing to tell. */
const MOST_DAYS = 3650

/**
 * For a view that holds no answer: where nobody asked for other days than the usual ones or for a group, and people answered
 * before, the view of all days on which they did. An import of old answers would else look empty from everywhere.
 */
export async function earlierFilter(ctx: Context, journey: { key: string; timeZone: string }, filter: Filter, usual: Preset): Promise<Filter | null> {
  if (filter.period !== usual || groupOf(filter) !== '' || filter.compare?.length) return null
  const { first, last } = (await listTotals(ctx, { journeys: [journey] }))[journey.key] ?? {}
  if (!first || !last) return null
  const earliest = addDays(last, -MOST_DAYS)
  return { ...filter, period: 'custom', from: first < earliest ? earliest : first, to: last }
}
