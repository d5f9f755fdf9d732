import { PERSONA } from '#lib/journeys/personas/definition'
import { NO_PERSONAS } from '#lib/maps/personas/read-personas'
import type { JourneyMap } from '#lib/maps/types'

/**
 * What a link shows beside the numbers of its stages. Every field is named here: one that is new shows nothing to strangers before
 * somebody has thought of them.
 */
export const frameOf = ({ journey, version, recounting, from, to, timeZone, channel, filter, source, instrument, lanes, campaigns, personas }: JourneyMap): JourneyMap => ({
  journey, version, recounting, from, to, timeZone, channel, filter, source, instrument, lanes,
  drafted: 0,
  answers: null,
  held: null,
  today: 0,
  channels: [],
  dimensions: [],
  stages: [],
  pain: [],
  study: null,
  // The name of the one that the link is about.
  personas: { ...NO_PERSONAS, list: filter?.dimension === PERSONA ? personas.list.filter(({ key }) => key === filter.value).map(({ key, name }) => ({ key, name, n: null })) : [] },
  reach: null,
  transitions: null,
  compared: [],
  // What a campaign costs and what is only planned stays inside.
  campaigns: campaigns.filter(({ state }) => state !== 'planned').map((campaign) => ({ ...campaign, cost: null, currency: null })),
  gaps: null,
  beliefs: { places: [], targets: [] },
  heat: [],
  freshness: null,
  headline: '',
  findings: null,
})
