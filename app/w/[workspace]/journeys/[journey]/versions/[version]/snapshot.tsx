import type { JourneyMap } from '#lib/maps/types'
import { useSay, useWords } from '#words'
import { comparisonOf } from '../../_compare/compared'
import { Facts } from '../../_facts/facts'
import { FactsPanel } from '../../_facts/facts-panel'
import { LanesProvider } from '../../_lanes/lanes'
import { settled } from '../../_lanes/settings'
import { MapGrid, type MapLinks } from '../../_map/map-grid'
import { MapList } from '../../_map/map-list'
import { DetailSwitch } from '../../_head/map-tools'

/** What of it is looked at, as the address says. */
export type Seen = { stage?: string; touchpoint?: string; heat?: 'severity'; detail?: 'touchpoints' }

const queryOf = (seen: Seen): string => {
  const query = new URLSearchParams(Object.entries(seen).filter(([, value]) => value !== undefined))
  return query.size === 0 ? '' : `?${query}`
}

/** A map as it once stood: nothing in it is live or leads to a change. A stage opens what the map itself knew of it. */
export function Snapshot({ map, address, seen }: { map: JourneyMap; address: string; seen: Seen }) {
  const words = { t: useWords('compare'), say: useSay() }
  const { heat, detail } = seen
  const stage = map.stages.find(({ key }) => key === seen.stage)
  const to = (change: Seen = {}) => address + queryOf({ heat, detail, ...change })
  const links: MapLinks = { stage: (key) => to({ stage: key }), touchpoint: (key, touchpoint) => to({ stage: key, touchpoint }), add: null, embed: null }
  const hrefs = { level: to({ heat: undefined }), severity: to({ heat: 'severity' }) }
  const view = { map, comparison: comparisonOf(words, map), days: words.say.days(map.from, map.to), selected: stage?.key, heat: { mode: heat ?? 'level', hrefs }, links, detail } as const
  return (
    <LanesProvider slug="" journey={map.journey.key} initial={settled([])}>
      <div className="mb-3 flex justify-end max-wide:justify-start print:hidden">
        <DetailSwitch detail={detail ?? 'stages'} hrefs={{ stages: to({ detail: undefined }), touchpoints: to({ detail: 'touchpoints' }) }} />
      </div>
      <MapGrid {...view} />
      <MapList {...view} />
      {stage && (
        <FactsPanel title={stage.name} closeHref={to()}>
          <Facts stage={stage} touchpoint={seen.touchpoint} hrefOf={(touchpoint) => to({ stage: stage.key, touchpoint })} />
        </FactsPanel>
      )}
    </LanesProvider>
  )
}
