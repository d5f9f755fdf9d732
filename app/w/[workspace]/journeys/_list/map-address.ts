import type { JourneyTotals } from '#lib/maps/list-totals'

/** A journey's map; where the usual 90 days hold nothing but earlier ones do, the map of those. */
export function mapAddress(slug: string, key: string, totals: JourneyTotals | undefined): string {
  const base = `/w/${slug}/journeys/${key}`
  if (!totals || totals.answers !== 0 || totals.first === null || totals.last === null) return base
  return `${base}?${new URLSearchParams({ from: totals.first, to: totals.last })}`
}
