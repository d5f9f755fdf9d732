import Link from 'next/link'
import { Twin, TwinBody, TwinButton } from '#ui/twin'
import type { JourneyMap } from '#lib/maps/types'
import { StageCampaigns } from '../_campaigns/stage-campaigns'
import { type Comparison, newsOf } from '../_compare/compared'
import type { Difference } from '../_compare/difference'
import { DifferenceLine } from '../_compare/difference-line'
import { DifferenceTable } from '../_compare/difference-table'
import { SeriesTable } from '../_compare/series-table'
import { SmallCurves } from '../_compare/small-curves'
import { painChangesOf } from '../_compare/pain-changes'
import { type Heat, PainHead } from '../_pain/pain-head'
import { StaleMark } from '../_fresh/fresh-line'
import { NoReach } from '../_reach/no-reach'
import { reachedOf } from '../_reach/rates'
import { StageReach } from '../_reach/stage-reach'
import { curveOf } from './curve'
import { EmotionList } from './emotion-list'
import { EmotionTable } from './emotion-table'
import { CurveLegend } from './legends'
import type { MapLinks } from './map-grid'
import { PainTable } from './pain-table'
import { StageScores } from './scores-lane'

type ListProps = { map: JourneyMap; comparison: Comparison | null; days: string; selected?: string; heat: Heat; links: MapLinks }

/** The map for a narrow screen: the curve runs downwards, then each stage with its scores and pain points. */
export function MapList({ map, comparison, days, selected, heat, links }: ListProps) {
  const { stages, pain } = map
  const many = comparison !== null && comparison.series.length > 1
  const one = many ? undefined : comparison?.series[0]
  const reached = reachedOf(map)
  const hrefs = Object.fromEntries(stages.map((stage) => [stage.key, links.stage(stage.key)]))
  return (
    <section aria-label="Journey map" className="-mx-(--page) border-y border-line bg-surface wide:hidden">
      <Twin>
        {one && (
          <div className="border-b border-line px-4 pb-2.5">
            <CurveLegend names={one.names} />
          </div>
        )}
        <TwinBody
          chart={
            many ? (
              <SmallCurves curves={comparison.curves} place="narrow" />
            ) : (
              <EmotionList
                points={curveOf(stages)}
                ghost={one && { name: one.names.other, points: one.points }}
                differences={one?.differences}
                days={days}
                hrefs={hrefs}
                selected={selected}
              />
            )
          }
          table={
            comparison ? (
              <>
                <SeriesTable curves={comparison.curves} />
                {comparison.series.map(({ id, names, differences }) => (
                  <DifferenceTable key={id} differences={differences} names={names} />
                ))}
              </>
            ) : (
              <EmotionTable stages={stages} />
            )
          }
        />
        <p className="flex items-center justify-between gap-4 border-t border-line px-4 py-1 text-xs text-ink-2">
          <span>Hollow point: fewer than 30 answers. Tap a stage{many && ' below'} for reasons and comments.</span>
          <TwinButton of="emotion curve" />
        </p>
      </Twin>
      <div className="border-t border-line px-4 pt-4 pb-2">
        <h2 className="text-lg font-semibold">Scores and pain points</h2>
        <PainHead map={map} heat={heat} />
      </div>
      {stages.map((stage, place) => (
        <div key={stage.key} className="border-t border-grid px-4 py-3">
          <h3 className="text-base font-semibold">
            <Link href={hrefs[stage.key] ?? ''} scroll={false} prefetch={false} className="rounded-sm hover:underline">
              {stage.name}
            </Link>
          </h3>
          {newsOf(stage.headline) && <p className="text-xs text-ink-2">{stage.headline}</p>}
          <StaleMark freshness={map.freshness} stage={stage.key} />
          {many && comparison.series.map(({ id, names, differences }) => <DifferenceOf key={id} name={names.other} difference={differences[place]} />)}
          <StageScores stage={stage} place={place} differences={comparison?.scores} />
          <StageReach reached={reached[place]} stage={stage.name} />
          <PainTable stage={stage} pain={pain} changes={painChangesOf(map)} mode={map.study ? heat.mode : 'level'} hrefOf={(touchpoint) => links.touchpoint(stage.key, touchpoint)} />
          <StageCampaigns map={map} stage={stage} links={links.campaigns} />
        </div>
      ))}
      {reached.length === 0 && <NoReach map={map} embed={links.embed} />}
    </section>
  )
}

/** Where nobody answered there is nothing to say, and the scores below say so. */
const DifferenceOf = ({ name, difference }: { name: string; difference?: Difference }) =>
  difference && difference.state !== 'no_answers' && <DifferenceLine difference={difference} name={name} />
