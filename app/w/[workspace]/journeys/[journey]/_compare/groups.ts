import { PERSONA, UNMATCHED } from '#lib/journeys/personas/definition'
import type { MapPersonas } from '#lib/maps/personas/types'
import type { Filter, JourneyMap } from '#lib/maps/types'
import type { Say } from '#lib/words/say'
import type { Translate } from '../../../../../_words/translate'

/** The words for groups; what is drawn on paper brings its own. */
export type GroupWords = (key: 'dimension.channel' | 'dimension.variant' | 'dimension.persona' | 'group', values?: Record<string, string>) => string

/** A dimension of ours as it is read; those of a team are called as the team calls them. */
export const dimensionName = (t: GroupWords, name: string): string => (name === 'channel' || name === 'variant' || name === PERSONA ? t(`dimension.${name}`) : name)

/** One value by which the map can be filtered; `value` as the address's helper groupOf writes it. */
export type GroupOption = { value: string; label: string; detail: string; n: number | null }
export type Dimension = { name: string; options: GroupOption[] }

type Named = { personas?: MapPersonas; channels: JourneyMap['channels']; dimensions: JourneyMap['dimensions'] }

/** As an address says it: `channel:web`, `segment:plan:pro`. */
export const writeGroup = (name: string, value: string) => (name === 'channel' || name === 'variant' ? `${name}:${value}` : `segment:${name}:${value}`)

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A persona by its name, in their order, also one that fits nobody; anything else as it was sent, in its own. */
function ordered(name: string, values: JourneyMap['channels'], list: MapPersonas['list']) {
  const isPersona = name === PERSONA && list.length > 0
  if (!isPersona) return values.map(({ value, n }) => ({ value, n, label: value }))
  const seen = (key: string) => values.find(({ value }) => value === key)
  return list.filter(({ key }) => key !== UNMATCHED || seen(key)).map(({ key, name: label, n }) => ({ value: key, n: seen(key)?.n ?? n, label }))
}

/** By what the answers of this map are counted, where there are values to choose from. */
export const dimensionsOf = (say: Say, { channels, dimensions, personas }: Named): Dimension[] =>
  [{ name: 'channel', values: channels }, ...dimensions].flatMap(({ name, values }) => {
    const options = ordered(name, values, personas?.list ?? []).map(({ value, label, n }) => ({ value: writeGroup(name, value), label, detail: say.count(n), n }))
    return options.length > 0 ? [{ name, options }] : []
  })

/** The values of a dimension that may all be held against each other: those that are shown, and that are a kind of people. */
export const comparable = ({ options }: Dimension): string[] =>
  options.filter(({ value, n }) => n !== null && n > 0 && value !== `segment:${PERSONA}:${UNMATCHED}`).map(({ value }) => value)

const personaOf = ({ dimension, value }: Filter, list: MapPersonas['list']) => (dimension === PERSONA ? list.find(({ key }) => key === value) : undefined)

/** A value as it is read: the name of a persona, anything else as it was sent. */
export const valueText = (filter: Filter, personas?: MapPersonas): string => personaOf(filter, personas?.list ?? [])?.name ?? filter.value

/** What a group is called: a persona by its name, anything else with what it is a value of. */
export function groupText(t: GroupWords, { dimension, value }: Filter, personas?: MapPersonas): string {
  const persona = personaOf({ dimension, value }, personas?.list ?? [])
  return persona?.name ?? t('group', { of: dimensionName(t, dimension), value })
}

/** All but the channel, which has a picker of its own: one dimension gives the picker its name, of several each value says its own. */
export function groupPicker(t: Translate<'compare'>, dimensions: readonly Dimension[]): { label: string; options: GroupOption[] } | undefined {
  const others = dimensions.filter(({ name }) => name !== 'channel')
  const [only] = others
  if (!only) return undefined
  if (others.length === 1) return { label: capital(dimensionName(t, only.name)), options: only.options }
  // Personas speak for themselves and come first.
  const personas = others.filter(({ name }) => name === PERSONA).flatMap(({ options }) => options)
  const rest = others.filter(({ name }) => name !== PERSONA).flatMap(({ name, options }) => options.map((option) => ({ ...option, label: `${dimensionName(t, name)}: ${option.label}` })))
  return { label: t('segment'), options: [...personas, ...rest] }
}
