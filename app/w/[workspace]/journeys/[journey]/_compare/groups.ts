import type { JourneyMap } from '#lib/maps/types'
import { formatNumber } from '#lib/stats/format'

/** One value by which the map can be filtered; `value` as the address's helper groupOf writes it. */
export type GroupOption = { value: string; label: string; detail: string }
export type Dimension = { name: string; options: GroupOption[] }

const writeGroup = (name: string, value: string) => (name === 'channel' || name === 'variant' ? `${name}:${value}` : `segment:${name}:${value}`)

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** By what the answers of this map are counted, where there are values to choose from. */
export const dimensionsOf = ({ channels, dimensions }: Pick<JourneyMap, 'channels' | 'dimensions'>): Dimension[] =>
  [{ name: 'channel', values: channels }, ...dimensions].flatMap(({ name, values }) => {
    const options = values.map(({ value, n }) => ({ value: writeGroup(name, value), label: value, detail: n === null ? '<5' : formatNumber(n) }))
    return options.length > 0 ? [{ name, options }] : []
  })

/** All but the channel, which has a picker of its own: one dimension gives the picker its name, of several each value says its own. */
export function groupPicker(dimensions: readonly Dimension[]): { label: string; options: GroupOption[] } | undefined {
  const others = dimensions.filter(({ name }) => name !== 'channel')
  const [only] = others
  if (!only) return undefined
  if (others.length === 1) return { label: capital(only.name), options: only.options }
  return { label: 'Segment', options: others.flatMap(({ name, options }) => options.map((option) => ({ ...option, label: `${name}: ${option.label}` }))) }
}
