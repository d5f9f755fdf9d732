import { Twin, TwinBody, TwinButton } from '#ui/twin'
import type { JourneyMap } from '#lib/maps/types'
import { curveOf } from './curve'
import { EmotionList } from './emotion-list'
import { EmotionTable } from './emotion-table'
import { PainLegend } from './legends'
import type { MapLinks } from './map-grid'
import { PainTable } from './pain-table'
import { StageScores } from './scores-lane'

type ListProps = { map: JourneyMap; days: string; selected?: string; links: MapLinks }

/** The map for a narrow screen: the curve runs downwards, then each stage with its scores and pain points. */
export function MapList({ map, days, selected, links }: ListProps) {
  const { stages, pain } = map
  const hrefs = Object.fromEntries(stages.map((stage) => [stage.key, links.stage(stage.key)]))
  return (
    <section aria-label="Journey map" className="-mx-(--page) border-y border-line bg-surface wide:hidden">
      <Twin>
        <TwinBody
          chart={<EmotionList points={curveOf(stages)} days={days} hrefs={hrefs} selected={selected} />}
          table={<EmotionTable stages={stages} />}
        />
        <p className="flex items-center justify-between gap-4 border-t border-line px-4 py-1 text-xs text-ink-2">
          <span>Hollow point: fewer than 30 answers. Tap a stage for reasons and comments.</span>
          <TwinButton of="emotion curve" />
        </p>
      </Twin>
      <div className="border-t border-line px-4 pt-4 pb-2">
        <h2 className="text-lg font-semibold">Scores and pain points</h2>
        <p className="text-xs text-ink-2">Score and answers of each touchpoint; colour is the emotion index</p>
        <PainLegend />
      </div>
      {stages.map((stage) => (
        <div key={stage.key} className="border-t border-grid px-4 py-3">
          <h3 className="text-base font-semibold">{stage.name}</h3>
          <StageScores stage={stage} />
          <PainTable stage={stage} pain={pain} hrefOf={(touchpoint) => links.touchpoint(stage.key, touchpoint)} />
        </div>
      ))}
    </section>
  )
}
