import { Twin, TwinBody, TwinButton } from '#ui/twin'
import { useSay, useWords } from '#words'
import { pointBelief } from '../_beliefs/words'
import { DifferenceTable } from '../_difference/difference-table'
import { SeriesTable } from '../_compare/series-table'
import { SmallCurves } from '../_compare/small-curves'
import { CurveLines } from '../_curve/curve-lines'
import { down, ROW } from '../_curve/geometry'
import { PainHead, PainMode } from '../_pain/pain-head'
import { NoReach } from '../_reach/no-reach'
import { reachedOf } from '../_reach/rates'
import { curveOf } from '../_curve/curve'
import { EmotionList } from '../_curve/emotion-list'
import { EmotionTable } from '../_curve/emotion-table'
import { CurveLegend, legendOf } from './legends'
import type { MapView } from './map-grid'
import { StageBlock } from './stage-block'

/** The map for a narrow screen: the curve runs downwards, then each stage with its place in every lane. */
export function MapList(view: MapView) {
  const [t, say] = [useWords('map'), useSay()]
  const { map, comparison, days, selected, heat, links } = view
  const { stages } = map
  const many = comparison !== null && comparison.series.length > 1
  const one = many ? undefined : comparison?.series[0]
  const row = one ? ROW.compared : ROW.alone
  const points = curveOf(say, stages, '', (stage) => pointBelief(map, { t, say }, stage))
  const has = legendOf(points)
  const hrefs = Object.fromEntries(stages.map((stage) => [stage.key, links.stage(stage.key)]))
  return (
    <section aria-label={t('page')} className="-mx-(--page) border-y border-line bg-surface wide:hidden">
      <Twin>
        {!many && (one || has.marks.length > 0 || has.assumed || has.target || has.moment) && (
          <div className="border-b border-line px-4 pb-2.5">
            <CurveLegend names={one?.names} has={has} />
          </div>
        )}
        <TwinBody
          chart={
            many ? (
              <SmallCurves curves={comparison.curves} />
            ) : (
              <EmotionList
                points={points}
                row={row}
                lines={<CurveLines points={points} ghost={one?.points} frame={down(points.length, row)} />}
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
                <SeriesTable curves={comparison.curves} map={one && map} />
                {comparison.series.map(({ id, names, differences }) => (
                  <DifferenceTable key={id} differences={differences} names={names} />
                ))}
              </>
            ) : (
              <EmotionTable map={map} />
            )
          }
        />
        <p className="flex items-center justify-between gap-4 border-t border-line px-4 py-1 text-xs text-ink-2">
          <span>{t('phone.hint', { many: String(many) })}</span>
          <span className="shrink-0 whitespace-nowrap">
            <TwinButton of={t('curve.asTable')} />
          </span>
        </p>
      </Twin>
      <div className="border-t border-line px-4 pt-4 pb-2">
        <h2 className="text-lg font-semibold">{t('phone.title')}</h2>
        <div className="mt-2 empty:hidden">
          <PainMode map={map} heat={heat} />
        </div>
        <div className="mt-2">
          <PainHead map={map} heat={heat} />
        </div>
      </div>
      {stages.map(({ key }, place) => (
        <StageBlock key={key} view={view} place={place} />
      ))}
      {reachedOf(map).length === 0 && <NoReach map={map} embed={links.embed} />}
    </section>
  )
}
