import type { StageQuotes } from '#lib/maps/quotes/types'
import type { JourneyMap } from '#lib/maps/types'
import type { Comparison } from '../_compare/compared'
import type { Heat } from '../_pain/pain-head'
import { CampaignsLane } from '../_campaigns/campaigns-lane'
import type { CampaignLinks } from '../_campaigns/shown'
import { DoingLane } from '../_written/doing'
import { KpisLane } from '../_written/kpis'
import type { Columns } from '../_lanes/lane'
import { OwnersLane } from '../_written/owners'
import { TouchpointsLane } from '../_written/touchpoints'
import type { LiveSurveys } from '../_written/surveys'
import { LaneStack } from '../_lanes/lanes'
import { useWords } from '#words'
import { QuotesLane } from '../_quotes/quotes-lane'
import { ReachLane } from '../_reach/reach-lane'
import { TransitionsLane } from '../_transitions/transitions-lane'
import { EmotionRow } from '../_curve/emotion-row'
import { PainLane } from '../_pain/pain-lane'
import { ScoresLane } from '../_lanes/scores-lane'
import { ScrollTogether } from './scroll-together'
import { StageHeads } from './stage-heads'

/** `add`: where a survey is made for this journey, the stage is added to it; `embed`: where one is put on a site; `edit`: where the map is written. Null where nothing is to be offered. */
export type MapLinks = { stage: (stage: string) => string; touchpoint: (stage: string, touchpoint: string) => string; add: string | null; embed: string | null; edit?: string | null; campaigns?: CampaignLinks | null; personas?: string | null }

/** `detail`: the touchpoints beside the stages; `surveys`: which touchpoints have one that is live, where that may be known. */
export type MapView = {
  map: JourneyMap
  comparison: Comparison | null
  days: string
  selected?: string
  heat: Heat
  links: MapLinks
  detail?: 'touchpoints'
  surveys?: LiveSurveys
  /** What people say at each stage, where whoever looks may read it. */
  quotes?: readonly StageQuotes[] | null
}

export type LaneView = MapView & { columns: Columns }

/** More stages than these stand closer, so that another one fits on a usual screen. */
const FEW = 6

/** The map as one grid: a stage has the same left and right edge in every lane (from 900 px). */
export function MapGrid(view: MapView) {
  const t = useWords('map')
  const { map, selected, links } = view
  const columns = { gridTemplateColumns: `var(--gutter) repeat(${map.stages.length}, minmax(${map.stages.length > FEW ? 'min(var(--stage), 168px)' : 'var(--stage)'}, 1fr))` }
  const lane = { ...view, columns }
  return (
    <ScrollTogether label={t('page')} head={<StageHeads map={map} columns={columns} selected={selected} links={links} />}>
      <LaneStack
        lanes={{
          emotion: <EmotionRow {...lane} />,
          scores: <ScoresLane {...lane} />,
          reach: <ReachLane map={map} columns={columns} selected={selected} embed={links.embed} />,
          pain: <PainLane {...lane} />,
          touchpoints: <TouchpointsLane {...lane} />,
          doing: <DoingLane {...lane} />,
          owners: <OwnersLane {...lane} />,
          kpis: <KpisLane {...lane} />,
          campaigns: <CampaignsLane map={map} columns={columns} selected={selected} links={links.campaigns} />,
          quotes: view.quotes && <QuotesLane quotes={view.quotes} stages={map.stages} columns={columns} selected={selected} hrefOf={links.stage} />,
          transitions: <TransitionsLane map={map} columns={columns} selected={selected} help={links.embed} />,
        }}
      />
    </ScrollTogether>
  )
}
