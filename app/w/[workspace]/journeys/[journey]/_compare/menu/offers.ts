import { MOST_COMPARED } from '#lib/maps/comparison/against'
import { PERSONA } from '#lib/journeys/personas/definition'
import type { JourneyMap } from '#lib/maps/types'
import { dimensionOf, type Filter, filterQuery, groupOf, withGroup, withoutPanel } from '../../_filter/address'
import { PREVIOUS, relativeDays, YEAR_BEFORE } from './days'
import { comparable, type Dimension, dimensionName } from '../groups'
import type { CompareWords } from '../names'

/** One thing to compare with; its address adds it, or takes it away where it is compared already. */
export type Offer = { label: string; detail: string; href: string; isOn: boolean }

/** `all` are labelled by the name of their dimension. */
export type Offers = { days: Offer[]; all: Offer[]; groups: Offer[]; groupsTitle: string; stop: string | null; isFull: boolean }

const DAY_MS = 86_400_000

/** The same view compared with these. */
export const withCompare = (base: string, filter: Filter, compare: readonly string[]) =>
  base + filterQuery({ ...withoutPanel(filter), compare: compare.length > 0 ? compare : undefined })

/** Every value of a dimension beside the others: the first is the map, the rest are what it is compared with. */
export function allOf(base: string, filter: Filter, dimension: Dimension): Offer | null {
  const [first, ...rest] = comparable(dimension)
  if (first === undefined || rest.length === 0 || rest.length > MOST_COMPARED) return null
  const compare = filter.compare ?? []
  const isOn = compare.length === rest.length && [groupOf(filter), ...compare].every((one) => one === first || rest.includes(one))
  const plain = { ...withoutPanel(filter), compare: undefined }
  return { label: dimension.name, detail: String(rest.length + 1), isOn, href: base + filterQuery(isOn ? withGroup(plain, '') : { ...withGroup(plain, first), compare: rest }) }
}

/** What the map can be compared with at a click: earlier days, each value of a kind, and other values of what it is filtered by. */
export function offersOf({ t, say }: CompareWords, base: string, map: Pick<JourneyMap, 'from' | 'to'>, filter: Filter, dimensions: readonly Dimension[]): Offers {
  const compare = filter.compare ?? []
  const isFull = compare.length >= MOST_COMPARED
  const offer = (value: string, label: string, detail: string): Offer => {
    const isOn = compare.includes(value)
    return { label, detail, isOn, href: withCompare(base, filter, isOn ? compare.filter((one) => one !== value) : [...compare, value]) }
  }
  const count = (Date.parse(map.to) - Date.parse(map.from)) / DAY_MS + 1
  const [previous, yearBefore] = [relativeDays(PREVIOUS, map), relativeDays(YEAR_BEFORE, map)]
  const days = previous ? [offer(PREVIOUS, t('before', { n: count }), say.days(previous.from, previous.to))] : []
  // Longer periods would overlap with themselves; one of a year is offered already.
  if (yearBefore && yearBefore.to < map.from && yearBefore.from !== previous?.from) {
    days.push(offer(YEAR_BEFORE, t('yearBefore'), say.days(yearBefore.from, yearBefore.to)))
  }
  const group = groupOf(filter)
  const own = dimensions.find(({ options }) => options.some(({ value }) => dimensionOf(value) === dimensionOf(group)))
  const groups = (own?.options ?? []).filter(({ value }) => value !== group).map(({ value, label, detail }) => offer(value, label, detail))
  const all = [...dimensions].sort((a, b) => Number(b.name === PERSONA) - Number(a.name === PERSONA)).flatMap((one) => allOf(base, filter, one) ?? [])
  return { days, all, groups, groupsTitle: own ? t('another', { of: own.name, name: dimensionName(t, own.name) }) : '', stop: compare.length > 0 ? withCompare(base, filter, []) : null, isFull }
}
