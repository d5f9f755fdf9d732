import { Twin, TwinBody, TwinButton } from '#ui/twin'
import { classes } from '#ui/classes'
import type { JourneyMap } from '#lib/maps/types'
import { useSay, useWords } from '#words'
import { pointBelief } from '../_beliefs/words'
import { DifferenceRows } from '../_difference/difference-rows'
import { SeriesTable } from '../_compare/series-table'
import { LineLegend } from '../_compare/line-legend'
import { isTogether } from '../_compare/lines'
import { SmallCurves } from '../_compare/small-curves'
import { Together } from '../_compare/together'
import { CurveLines } from './curve-lines'
import { across, TICKS } from './geometry'
import { Lane } from '../_lanes/lane'
import { curveOf, LANE, laneY, touchpointsOf } from './curve'
import { EmotionLane } from './emotion-lane'
import { EmotionTable } from './emotion-table'
import { CurveLegend, legendOf } from '../_map/legends'
import type { LaneView } from '../_map/map-grid'

/** The curve with the differences to what it is compared with. */
export function EmotionRow({ map, comparison, days, selected, links, columns, detail }: LaneView) {
  const [t, say] = [useWords('map'), useSay()]
  const { stages } = map
  const many = comparison !== null && comparison.series.length > 1
  const together = many && isTogether(comparison.curves)
  const one = many ? undefined : comparison?.series[0]
  const hrefs = Object.fromEntries(stages.map((stage) => [stage.key, links.stage(stage.key)]))
  const points = curveOf(say, stages, '', (stage) => pointBelief(map, { t, say }, stage))
  const details = detail === 'touchpoints' ? detailsOf(map, { t, say }, links.touchpoint) : undefined
  const clear = one?.differences.map(({ tone }) => tone !== null)
  return (
    <Twin>
      <Lane
        id="emotion"
        title={t(many ? 'curve.many' : 'lane.emotion')}
        columns={columns}
        summary={t('curve.scale')}
        gutter={
          <>
            <p className="text-xs text-ink-2">{t(many && !together ? 'curve.each' : 'curve.scale')}</p>
            {together && <LineLegend curves={comparison.curves} />}
            {!many && <CurveLegend names={one?.names} has={legendOf(points, details)} />}
            <p className="mt-1">
              <TwinButton of={t('curve.asTable')} />
            </p>
            {(!many || together) && <TwinBody chart={<Axis />} table={null} />}
          </>
        }
      >
        <div className="min-w-0" style={{ gridColumn: '2 / -1' }}>
          <TwinBody
            chart={
              together ? (
                <Together curves={comparison.curves} days={days} hrefs={hrefs} selected={selected} />
              ) : many ? (
                <SmallCurves curves={comparison.curves} />
              ) : (
                <EmotionLane
                  points={points}
                  lines={<CurveLines points={points} ghost={one?.points} arrows={clear} frame={across(points.length, LANE)} />}
                  details={details}
                  ghost={one && { name: one.names.other, points: one.points }}
                  differences={one?.differences}
                  days={days}
                  hrefs={hrefs}
                  selected={selected}
                  addHref={links.add}
                />
              )
            }
            table={comparison ? <SeriesTable curves={comparison.curves} map={one && map} /> : <EmotionTable map={map} details={details !== undefined} />}
          />
        </div>
      </Lane>
      {comparison && <DifferenceRows comparison={comparison} columns={columns} selected={selected} />}
    </Twin>
  )
}

/** Of each stage the points of its touchpoints, those that have a value. */
const detailsOf = (map: JourneyMap, words: Parameters<typeof pointBelief>[1], hrefOf: (stage: string, touchpoint: string) => string) =>
  map.stages.map((stage, place) =>
    touchpointsOf(words.say, stage, place, (touchpoint) => pointBelief(map, words, stage.key, touchpoint)).map((point) => ({ ...point, href: hrefOf(stage.key, point.key) })),
  )

const TICK_TEXT: Readonly<Record<number, string>> = { 100: '+100', 50: '+50', 0: '0', [-50]: '−50', [-100]: '−100' }

function Axis() {
  return (
    <div aria-hidden className="pointer-events-none absolute top-0 right-2 text-right text-xs text-ink-3" style={{ height: LANE.height }}>
      {TICKS.map((at) => (
        <span key={at} className={classes('absolute right-0 -translate-y-1/2', at === 0 && 'font-semibold text-ink')} style={{ top: laneY(at) }}>
          {TICK_TEXT[at]}
        </span>
      ))}
    </div>
  )
}
