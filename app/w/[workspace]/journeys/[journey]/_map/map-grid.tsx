import Link from 'next/link'
import { classes } from '#ui/classes'
import { Twin, TwinBody, TwinButton } from '#ui/twin'
import type { JourneyMap } from '#lib/maps/types'
import { curveOf, LANE, laneY } from './curve'
import { EmotionLane } from './emotion-lane'
import { EmotionTable } from './emotion-table'
import { CurveLegend, PainLegend } from './legends'
import { PainTable } from './pain-table'
import { ScoreRows } from './scores-lane'

/** `add` is where a survey is made for this journey; the stage is added to it. Null where nothing is to be offered. */
export type MapLinks = { stage: (stage: string) => string; touchpoint: (stage: string, touchpoint: string) => string; add: string | null }

type GridProps = { map: JourneyMap; days: string; selected?: string; links: MapLinks }

/** The map as one grid: a stage has the same left and right edge in every lane (from 900 px). */
export function MapGrid({ map, days, selected, links }: GridProps) {
  const { stages, pain } = map
  const points = curveOf(stages)
  const hrefs = Object.fromEntries(stages.map((stage) => [stage.key, links.stage(stage.key)]))
  const columns = { gridTemplateColumns: `var(--gutter) repeat(${stages.length}, minmax(176px, 1fr))` }
  const tint = (key: string) => key === selected && 'bg-accent/5'
  return (
    <section aria-label="Journey map" className="relative overflow-x-auto rounded-lg border border-line bg-surface max-wide:hidden">
      <Twin>
        <div className="grid min-w-fit" style={columns}>
          <div className="map-gutter flex items-center py-2.5 text-xs text-ink-2">Stage</div>
          {stages.map((stage) => (
            <h2 key={stage.key} className={classes('map-cell flex items-center px-3 py-2.5 text-base font-semibold', tint(stage.key))}>
              <Link href={hrefs[stage.key] ?? ''} scroll={false} prefetch={false} className="min-w-0 rounded-sm wrap-anywhere hover:underline">
                {stage.name}
              </Link>
            </h2>
          ))}
        </div>
        <div className="grid min-w-fit border-t border-line" style={columns}>
          <div className="map-gutter py-2.5">
            <h3 className="text-sm font-semibold">Emotion curve</h3>
            <p className="text-xs text-ink-2">Index −100 to +100</p>
            <CurveLegend />
            <p className="mt-2">
              <TwinButton of="emotion curve" />
            </p>
            <TwinBody chart={<Axis />} table={null} />
          </div>
          <div style={{ gridColumn: '2 / -1' }}>
            <TwinBody
              chart={<EmotionLane points={points} days={days} hrefs={hrefs} selected={selected} addHref={links.add} />}
              table={<EmotionTable stages={stages} />}
            />
          </div>
        </div>
        <div className="grid min-w-fit border-t border-line py-1" style={columns}>
          <ScoreRows stages={stages} selected={selected} />
        </div>
        <div className="grid min-w-fit border-t border-line" style={columns}>
          <div className="map-gutter py-2.5">
            <h3 className="text-sm font-semibold">Pain points</h3>
            <p className="text-xs text-ink-2">Score and answers of each touchpoint; colour is the emotion index</p>
            <PainLegend />
          </div>
          {stages.map((stage) => (
            <div key={stage.key} className={classes('map-cell px-2 py-2', tint(stage.key))}>
              <PainTable stage={stage} pain={pain} hrefOf={(touchpoint) => links.touchpoint(stage.key, touchpoint)} />
            </div>
          ))}
        </div>
      </Twin>
    </section>
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
