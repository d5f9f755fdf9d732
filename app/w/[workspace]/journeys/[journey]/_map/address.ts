/** Offered beside a range of one's own. Relative, so that a bookmark of "last 7 days" stays that. */
export const PRESETS = [
  { value: '7d', label: 'Last 7 days' },
  { value: '30d', label: 'Last 30 days' },
  { value: '90d', label: 'Last 90 days' },
  { value: '12m', label: 'Last 12 months' },
] as const

export type Preset = (typeof PRESETS)[number]['value']

/** What an address without a period means: on the map that is also what the read model takes when nothing is asked for. */
export const MAP_PRESET: Preset = '90d'
export const OVER_TIME_PRESET: Preset = '12m'

/** What a map's address says: the period, the channel, and what the panel over the map is about. */
export type Filter = {
  period: Preset | 'custom'
  from?: string
  to?: string
  channel?: string
  stage?: string
  touchpoint?: string
  search?: string
}

/** The query of a filter: what is not at its default, in a fixed order, so that equal views have equal addresses. */
export function filterQuery(filter: Partial<Filter>, preset: Preset = MAP_PRESET, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(more)
  if (filter.period === 'custom') {
    if (filter.from) query.set('from', filter.from)
    if (filter.to) query.set('to', filter.to)
  } else if (filter.period && filter.period !== preset) query.set('period', filter.period)
  for (const name of ['channel', 'stage', 'touchpoint', 'search'] as const) {
    const value = filter[name]
    if (value) query.set(name, value)
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** The same view without the panel. */
export const withoutPanel = ({ period, from, to, channel }: Filter): Filter => ({ period, from, to, channel })
