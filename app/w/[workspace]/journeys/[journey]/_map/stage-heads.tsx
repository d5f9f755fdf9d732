import { classes } from '#ui/classes'
import type { JourneyMap } from '#lib/maps/types'
import { useSay, useWords } from '#words'
import { Star } from '../_beliefs/star'
import { VerdictChip } from '../_beliefs/verdict'
import { verdictAt } from '../_beliefs/words'
import { newsOf } from '../_compare/compared'
import { StaleMark } from '../_fresh/fresh-line'
import { lastAnswerSays } from '../_fresh/last-answer'
import { shortText } from '../_headline/words'
import type { Columns } from '../_lanes/lane'
import { tintOf } from '../_lanes/tint'
import { SpreadBadges } from '../_personas/badges'
import type { MapLinks } from './map-grid'
import { StageName } from './stage-name'

type HeadsProps = { map: JourneyMap; columns: Columns; selected?: string; links: MapLinks }

/** The first row of the map: each stage's name, whether it is a moment of truth, and how the belief of the team fares. */
export function StageHeads({ map, columns, selected, links }: HeadsProps) {
  const t = useWords('map')
  const fresh = useWords('shares.fresh')
  const words = { t: useWords('headline'), say: useSay() }
  return (
    <div className="grid min-w-fit" style={columns}>
      <div className="map-gutter flex items-end py-1.5 text-xs text-ink-2">{t('stage')}</div>
      {map.stages.map((stage) => (
        <div key={stage.key} className={classes('map-cell flex flex-col gap-0.5 px-3 pt-2 pb-1.5', tintOf(stage.key, selected))}>
          <h2 className="flex items-center gap-1.5 text-base leading-5 font-semibold">
            <StageName name={stage.name} href={links.stage(stage.key)} fresh={map.freshness && lastAnswerSays(fresh, map.freshness, stage.key)} />
            {map.lanes.moment.stage[stage.key] && <Star label={t('says.moment')} />}
          </h2>
          <p className="-mr-3 flex flex-wrap gap-x-1 gap-y-0.5 empty:hidden">
            <VerdictChip verdict={verdictAt(map, stage.key)} />
            <SpreadBadges spread={map.personas.spread.find((one) => one.stage === stage.key)} stage={stage.name} hrefs={{ all: links.personas ?? null, stage: links.stage(stage.key) }} />
          </p>
          {newsOf(stage.headline) && (
            <p className="text-xs text-ink-2" title={stage.headline}>
              {shortText(words, map, stage)}
            </p>
          )}
          <StaleMark freshness={map.freshness} stage={stage.key} />
        </div>
      ))}
    </div>
  )
}
