import type { DimensionBook } from '#lib/collect/dimensions/book'
import { PERSONA } from '#lib/journeys/personas/definition'
import type { JourneyMap } from '#lib/maps/types'
import type { Dimension } from '../../_compare/groups'
import { allOf } from '../../_compare/menu/offers'
import { filterQuery, MAP_PRESET, withGroup } from '../../_filter/address'

/** What of a map the segments are said of. */
export type Segmented = Pick<JourneyMap, 'from' | 'to' | 'answers' | 'channels' | 'dimensions'>

/** One thing that answers are counted by. `n`: answers that say it, null where a value among them is hidden; `all`: the map that compares its values. */
export type SegmentRow = {
  name: string
  isDeclared: boolean
  ready: boolean
  recounted: number
  n: number | null
  answers: number | null
  values: { label: string; detail: string; href: string }[]
  all: string | null
}

const PLAIN = { period: MAP_PRESET }

/** Channel and variant where answers say them, then what was declared, in the order in which it was. */
export function rowsOf(base: string, declared: DimensionBook['declared'], dimensions: readonly Dimension[], { answers, channels, dimensions: counted }: Segmented): SegmentRow[] {
  const always = dimensions.filter(({ name }) => name !== PERSONA && !declared.some((one) => one.name === name)).map(({ name }) => ({ name, ready: true, recounted: 0, isDeclared: false }))
  return [...always, ...declared.map((one) => ({ ...one, isDeclared: true }))].map((one) => {
    const offered = dimensions.find(({ name }) => name === one.name)
    const counts = one.name === 'channel' ? channels : (counted.find(({ name }) => name === one.name)?.values ?? [])
    const isHidden = counts.some(({ n }) => n === null)
    return {
      ...one,
      answers,
      n: isHidden || counts.length === 0 ? null : counts.reduce((sum, { n }) => sum + (n ?? 0), 0),
      values: offered?.options.map(({ value, label, detail }) => ({ label, detail, href: base + filterQuery(withGroup(PLAIN, value)) })) ?? [],
      all: (offered && allOf(base, PLAIN, offered)?.href) ?? null,
    }
  })
}
