import { MOST_COMPARED } from '#lib/maps/comparison/against'
import type { JourneyMap } from '#lib/maps/types'
import { formatDays } from '#lib/stats/format-date'
import { dimensionOf, type Filter, filterQuery, groupOf, withoutPanel } from '../_map/address'
import { PREVIOUS, relativeDays, YEAR_BEFORE } from './days'
import type { Dimension } from './groups'

/** One thing to compare with; its address adds it, or takes it away where it is compared already. */
export type Offer = { label: string; detail: string; href: string; isOn: boolean }

export type Offers = { days: Offer[]; groups: Offer[]; groupsTitle: string; stop: string | null; isFull: boolean }

const DAY_MS = 86_400_000

/** The same view compared with these. */
export const withCompare = (base: string, filter: Filter, compare: readonly string[]) =>
  base + filterQuery({ ...withoutPanel(filter), compare: compare.length > 0 ? compare : undefined })

/** What the map can be compared with at a click: earlier days, and other values of what it is filtered by. */
export function offersOf(base: string, map: Pick<JourneyMap, 'from' | 'to'>, filter: Filter, dimensions: readonly Dimension[]): Offers {
  const compare = filter.compare ?? []
  const isFull = compare.length >= MOST_COMPARED
  const offer = (value: string, label: string, detail: string): Offer => {
    const isOn = compare.includes(value)
    return { label, detail, isOn, href: withCompare(base, filter, isOn ? compare.filter((one) => one !== value) : [...compare, value]) }
  }
  const count = (Date.parse(map.to) - Date.parse(map.from)) / DAY_MS + 1
  const [previous, yearBefore] = [relativeDays(PREVIOUS, map), relativeDays(YEAR_BEFORE, map)]
  const days = previous ? [offer(PREVIOUS, count === 1 ? 'The day before' : `The ${count} days before`, formatDays(previous.from, previous.to))] : []
  // Longer periods would overlap with themselves; one of a year is offered already.
  if (yearBefore && yearBefore.to < map.from && yearBefore.from !== previous?.from) {
    days.push(offer(YEAR_BEFORE, 'The same days a year before', formatDays(yearBefore.from, yearBefore.to)))
  }
  const group = groupOf(filter)
  const own = dimensions.find(({ options }) => options.some(({ value }) => dimensionOf(value) === dimensionOf(group)))
  const groups = (own?.options ?? []).filter(({ value }) => value !== group).map(({ value, label, detail }) => offer(value, label, detail))
  return { days, groups, groupsTitle: own ? `Another ${own.name}` : '', stop: compare.length > 0 ? withCompare(base, filter, []) : null, isFull }
}
