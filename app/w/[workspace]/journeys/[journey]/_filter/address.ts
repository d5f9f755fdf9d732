import type { Translate } from '../../../../../_words/translate'

/** Offered beside a range of one's own. Relative, so that a bookmark of "last 7 days" stays that. */
export const PRESETS = ['7d', '30d', '90d', '12m'] as const

export type Preset = (typeof PRESETS)[number]

/** What an address without a period means: on the map that is also what the read model takes when nothing is asked for. */
export const MAP_PRESET: Preset = '90d'
export const OVER_TIME_PRESET: Preset = '12m'

/**
 * What a map's address says: the period, one channel, variant or segment (`plan:pro`), what the map is compared with, and what
 * the panel over the map is about.
 */
export type Filter = {
  period: Preset | 'custom'
  from?: string
  to?: string
  channel?: string
  variant?: string
  segment?: string
  compare?: readonly string[]
  /** What the heat map shows: left out, how people felt; else how much it matters. */
  heat?: 'severity'
  /** How much of it is drawn: left out, the stages; else their touchpoints, too. */
  detail?: 'touchpoints'
  stage?: string
  touchpoint?: string
  search?: string
  /** Which of the panel's comments are shown: of one mood, one channel, one touchpoint. */
  mood?: 'negative' | 'neutral' | 'positive'
  via?: string
  at?: string
}

/** What the picker of the period shows: a relative one by its name, a range of one's own by its days. */
export const periodName = (t: Translate<'map'>, { period }: Filter, days: string): string => (period === 'custom' ? days : t(`preset.${period}`))

/** The query of a filter: what is not at its default, in a fixed order, so that equal views have equal addresses. */
export function filterQuery(filter: Partial<Filter>, preset: Preset = MAP_PRESET, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(more)
  if (filter.period === 'custom') {
    if (filter.from) query.set('from', filter.from)
    if (filter.to) query.set('to', filter.to)
  } else if (filter.period && filter.period !== preset) query.set('period', filter.period)
  for (const name of ['channel', 'variant', 'segment', 'heat', 'detail', 'stage', 'touchpoint', 'search', 'mood', 'via', 'at'] as const) {
    const value = filter[name]
    if (value) query.set(name, value)
  }
  for (const one of filter.compare ?? []) query.append('compare', one)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** A panel with all of its comments. */
export const NO_COMMENTS = { search: undefined, mood: undefined, via: undefined, at: undefined } as const

/** The same view without the panel. */
export const withoutPanel = (filter: Filter): Filter => ({ ...filter, stage: undefined, touchpoint: undefined, ...NO_COMMENTS })

/** The one group of people that is shown, as the read model's `compare` writes it: `channel:web`, `segment:plan:pro`; '' for all. */
export function groupOf({ channel, variant, segment }: Filter): string {
  if (channel) return `channel:${channel}`
  if (variant) return `variant:${variant}`
  return segment ? `segment:${segment}` : ''
}

/** What comes before a group's value: two groups of one dimension can be compared. */
export const dimensionOf = (group: string): string => /^(channel|variant|segment:[^:]+):/.exec(group)?.[0] ?? ''

/** The view of another group. Other days stay compared; other groups only where they are of its dimension, and not it. */
export function withGroup(filter: Filter, group: string): Filter {
  const [kind, ...rest] = group.split(':')
  const value = rest.join(':')
  const compare = filter.compare?.filter((one) => dimensionOf(one) === '' || (dimensionOf(one) === dimensionOf(group) && one !== group))
  const own = { channel: kind === 'channel' ? value : undefined, variant: kind === 'variant' ? value : undefined, segment: kind === 'segment' ? value : undefined }
  return { ...filter, ...own, compare: compare?.length ? compare : undefined }
}
