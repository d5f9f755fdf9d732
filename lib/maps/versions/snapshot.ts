import type { MapDocument } from '#lib/journeys/document/schema'
import { Drawn } from '../contract'
import { Findings } from '../headline/schema'
import { NO_PERSONAS } from '../personas/read-personas'
import type { Asked, JourneyMap } from '../types'

/** What every map ever kept has. */
type Old = keyof Asked | 'journey' | 'version' | 'instrument' | 'answers' | 'stages' | 'pain' | 'headline' | 'lanes'

/** What a map may have been kept without: one of an older release shows nothing there. */
const NOTHING: Omit<JourneyMap, Old> = {
  drafted: 0, recounting: false, held: null, today: 0, channels: [], dimensions: [], study: null, reach: null, transitions: null, compared: [],
  personas: NO_PERSONAS, campaigns: [], gaps: null, beliefs: { places: [], targets: [] }, heat: [], freshness: null, findings: null,
}

/** A map as it was kept; null where this release cannot draw it any more. Its lanes are those of its document. */
export function readSnapshot(stored: object | null, { lanes }: MapDocument): JourneyMap | null {
  if (stored === null) return null
  const { findings, ...map } = { ...NOTHING, ...stored, lanes }
  const drawn = Drawn.safeParse(map)
  if (!drawn.success) return null
  const said = Findings.safeParse(findings)
  return { ...drawn.data, findings: said.success ? said.data : null }
}
