import type { JourneyMap } from '#lib/maps/types'
import { useSay, useWords } from '#words'
import { comparisonOf } from '../../_compare/compared'
import { LanesProvider } from '../../_lanes/lanes'
import { settled } from '../../_lanes/settings'
import { MapGrid, type MapLinks } from '../../_map/map-grid'
import { MapList } from '../../_map/map-list'

type SnapshotProps = { map: JourneyMap; address: string; stage?: string; heat: 'level' | 'severity' }

/** A map as it once stood: nothing in it is live or leads to a change. A stage is only marked, within the same page. */
export function Snapshot({ map, address, stage, heat }: SnapshotProps) {
  const words = { t: useWords('compare'), say: useSay() }
  const links: MapLinks = { stage: (key) => `${address}?stage=${key}`, touchpoint: (key) => `${address}?stage=${key}`, add: null, embed: null }
  const selected = map.stages.find(({ key }) => key === stage)?.key
  const query = selected ? `?stage=${selected}` : ''
  const hrefs = { level: address + query, severity: `${address}${query}${query ? '&' : '?'}heat=severity` }
  const view = { map, comparison: comparisonOf(words, map), days: words.say.days(map.from, map.to), selected, heat: { mode: heat, hrefs }, links }
  return (
    <LanesProvider slug="" journey={map.journey.key} initial={settled([])}>
      <MapGrid {...view} />
      <MapList {...view} />
    </LanesProvider>
  )
}
