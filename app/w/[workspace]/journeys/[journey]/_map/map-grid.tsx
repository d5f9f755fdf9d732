import Link from 'next/link'
import { classes } from '#ui/classes'
import { Twin, TwinBody, TwinButton } from '#ui/twin'
import type { JourneyMap } from '#lib/maps/types'
import { type Comparison, newsOf } from '../_compare/compared'
import { DifferenceRows } from '../_compare/difference-rows'
import { painChangesOf } from '../_compare/pain-changes'
import { SeriesTable } from '../_compare/series-table'
import { SmallCurves } from '../_compare/small-curves'
import { type Heat, PainHead } from '../_pain/pain-head'
import { CampaignsLane } from '../_campaigns/campaigns-lane'
import type { CampaignLinks } from '../_campaigns/shown'
import { type Columns, Lane } from '../_lanes/lane'
import { LaneStack } from '../_lanes/lanes'
import { StaleMark } from '../_fresh/fresh-line'
import { ReachLane } from '../_reach/reach-lane'
import { curveOf, LANE, laneY } from './curve'
import { EmotionLane } from './emotion-lane'
import { EmotionTable } from './emotion-table'
import { CurveLegend } from './legends'
import { PainTable } from './pain-table'
import { ScoreRows } from './scores-lane'

/** `add`: where a survey is made for this journey, the stage is added to it; `embed`: where one is put on a site. Null where nothing is to be offered. */
export type MapLinks = { stage: (stage: string) => string; touchpoint: (stage: string, touchpoint: string) => string; add: string | null; embed: string | null; campaigns?: CampaignLinks | null }

type GridProps = { map: JourneyMap; comparison: Comparison | null; days: string; selected?: string; heat: Heat; links: MapLinks }

/** The map as one grid: a stage has the same left and right edge in every lane (from 900 px). */
export function MapGrid(view: GridProps) {
  const { map: { stages }, selected, links } = view
  const columns = { gridTemplateColumns: `var(--gutter) repeat(${stages.length}, minmax(176px, 1fr))` }
  return (
    <section aria-label="Journey map" className="relative overflow-x-auto rounded-lg border border-line bg-surface max-wide:hidden">
      <div className="grid min-w-fit" style={columns}>
        <div className="map-gutter py-3 text-xs text-ink-2">Stage</div>
        {stages.map((stage) => (
          <div key={stage.key} className={classes('map-cell px-3 py-2.5', tintOf(stage.key, selected))}>
            <h2 className="text-base font-semibold">
              <Link href={links.stage(stage.key)} scroll={false} prefetch={false} className="rounded-sm wrap-anywhere hover:underline">
                {stage.name}
              </Link>
            </h2>
            {newsOf(stage.headline) && <p className="mt-0.5 text-xs text-ink-2">{stage.headline}</p>}
            <StaleMark freshness={view.map.freshness} stage={stage.key} />
          </div>
        ))}
      </div>
      <LaneStack
        lanes={{
          emotion: <Emotion {...view} columns={columns} />,
          scores: (
            <Lane id="scores" title="Scores" columns={columns} summary="NPS, CSAT, CES" className="pb-1">
              {stages.map(({ key }) => (
                <div key={key} className={classes('map-cell', tintOf(key, selected))} />
              ))}
              <ScoreRows stages={stages} differences={view.comparison?.scores} selected={selected} />
            </Lane>
          ),
          reach: <ReachLane map={view.map} columns={columns} selected={selected} embed={links.embed} />,
          pain: <PainLane {...view} columns={columns} />,
          campaigns: <CampaignsLane map={view.map} columns={columns} selected={selected} links={links.campaigns} />,
        }}
      />
    </section>
  )
}

type LaneView = GridProps & { columns: Columns }

const tintOf = (key: string, selected: string | undefined) => key === selected && 'bg-accent/5'

/** The curve with the differences to what it is compared with. */
function Emotion({ map: { stages }, comparison, days, selected, links, columns }: LaneView) {
  const many = comparison !== null && comparison.series.length > 1
  const one = many ? undefined : comparison?.series[0]
  const hrefs = Object.fromEntries(stages.map((stage) => [stage.key, links.stage(stage.key)]))
  return (
    <Twin>
      <Lane
        id="emotion"
        title={many ? 'Emotion curves' : 'Emotion curve'}
        columns={columns}
        gutter={
          <>
            <p className="text-xs text-ink-2">{many ? 'Each from −100 at the foot to +100, with 95 % interval' : 'Index −100 to +100'}</p>
            {!many && <CurveLegend names={one?.names} />}
            <p className="mt-2">
              <TwinButton of="emotion curve" />
            </p>
            {!many && <TwinBody chart={<Axis />} table={null} />}
          </>
        }
      >
        <div className="min-w-0" style={{ gridColumn: '2 / -1' }}>
          <TwinBody
            chart={
              many ? (
                <SmallCurves curves={comparison.curves} place="wide" />
              ) : (
                <EmotionLane points={curveOf(stages)} ghost={one && { name: one.names.other, points: one.points }} days={days} hrefs={hrefs} selected={selected} addHref={links.add} />
              )
            }
            table={comparison ? <SeriesTable curves={comparison.curves} /> : <EmotionTable stages={stages} />}
          />
        </div>
      </Lane>
      {comparison && <DifferenceRows comparison={comparison} columns={columns} selected={selected} />}
    </Twin>
  )
}

function PainLane({ map, heat, selected, links, columns }: LaneView) {
  return (
    <Lane id="pain" title="Pain points" columns={columns} gutter={<PainHead map={map} heat={heat} />}>
      {map.stages.map((stage) => (
        <div key={stage.key} className={classes('map-cell px-2 py-2', tintOf(stage.key, selected))}>
          <PainTable stage={stage} pain={map.pain} changes={painChangesOf(map)} mode={map.study ? heat.mode : 'level'} hrefOf={(touchpoint) => links.touchpoint(stage.key, touchpoint)} />
        </div>
      ))}
    </Lane>
  )
}

const TICKS = [
  [100, '+100'],
  [50, '+50'],
  [0, '0'],
  [-50, '−50'],
  [-100, '−100'],
] as const

function Axis() {
  return (
    <div aria-hidden className="pointer-events-none absolute top-0 right-2 text-right text-xs text-ink-3" style={{ height: LANE.height }}>
      {TICKS.map(([at, text]) => (
        <span key={at} className={classes('absolute right-0 -translate-y-1/2', at === 0 && 'font-semibold text-ink')} style={{ top: laneY(at) }}>
          {text}
        </span>
      ))}
    </div>
  )
}
