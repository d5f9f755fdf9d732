import type { Context } from '#lib/context'
import { answeredDays, listTotals } from '#lib/maps/list-totals'
import { readMap } from '#lib/maps/read-map'
import type { JourneyMap } from '#lib/maps/types'
import { type Filter, groupOf, MAP_PRESET, type Preset } from './address'

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

/** The map that a page without a period of its own shows beside what it is about: of the usual days, else of all before. */
export async function readUsualMap(ctx: Context, journey: string): Promise<JourneyMap> {
  const usual = await readMap(ctx, { journey })
  if (usual.answers !== 0) return usual
  const before = await earlierFilter(ctx, { key: usual.journey.key, timeZone: usual.timeZone }, { period: MAP_PRESET }, MAP_PRESET)
  return before ? readMap(ctx, { journey, from: before.from, to: before.to }) : usual
}
