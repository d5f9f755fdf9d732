import { Fragment } from 'react'
import { classes } from '#ui/classes'
import { heatShade, HeatCell, severityShade } from '#ui/heat-cell'
import { Twin, TwinBody, TwinButton } from '#ui/twin'
import type { JourneyMap } from '#lib/maps/types'
import type { AskedInstrument } from '#lib/stats/instruments'
import { useSay, useWords } from '#words'
import type { Difference } from '../_difference/difference'
import { painChangesOf } from '../_difference/pain-changes'
import { Lane, LaneFoot } from '../_lanes/lane'
import { tintOf } from '../_lanes/tint'
import { askedIn, stageCell } from './by-stage'
import { modeOf, PainHead, PainMode } from './pain-head'
import { formatSeverity } from './words'
import type { LaneView } from '../_map/map-grid'
import { PainList } from './pain-list'
import { PainTable } from './pain-table'

/** The heat map: by stage a row an instrument; in detail each touchpoint of every stage. */
export function PainLane(view: LaneView) {
  const t = useWords('map')
  const { map, heat, columns, detail } = view
  const mode = modeOf(map, heat)
  return (
    <Twin>
      <Lane
        id="pain"
        title={t('lane.pain')}
        columns={columns}
        summary={t(`pain.${mode}`)}
        gutter={map.pain.length > 0 && <TwinButton of={t('pain.asTable')} />}
      >
        <TwinBody
          chart={
            <>
              <div
                className="sticky left-(--gutter) flex max-w-[calc(100vw-2*var(--page)-var(--gutter)-2px)] flex-wrap items-center gap-x-3 gap-y-1.5 self-center justify-self-start px-3 py-1"
                style={{ gridColumn: '2 / -1' }}
              >
                <PainMode map={map} heat={heat} />
                <PainHead map={map} heat={heat} />
              </div>
              {detail === 'touchpoints' ? <TouchpointCells {...view} mode={mode} /> : <StageRows {...view} mode={mode} />}
              <LaneFoot stages={map.stages} selected={view.selected} />
            </>
          }
          table={
            <div className="min-w-0" style={{ gridColumn: '2 / -1' }}>
              <PainList map={map} />
            </div>
          }
        />
      </Lane>
    </Twin>
  )
}

function TouchpointCells({ map, links, selected, mode }: LaneView & { mode: 'level' | 'severity' }) {
  const changes = painChangesOf(useWords('compare'), map)
  return (
    <>
      <div className="map-gutter" />
      {map.stages.map((stage) => (
        <div key={stage.key} className={classes('map-cell px-1.5 pb-1', tintOf(stage.key, selected))}>
          <PainTable stage={stage} pain={map.pain} changes={changes} mode={mode} hrefOf={(touchpoint) => links.touchpoint(stage.key, touchpoint)} />
        </div>
      ))}
    </>
  )
}

function StageRows({ map, comparison, selected, mode }: LaneView & { mode: 'level' | 'severity' }) {
  const [t, words] = [useWords('map'), useWords('pain')]
  const asked = askedIn(map.heat)
  const rows = asked.length > 0 ? asked : (['nps'] as const)
  return rows.map((instrument) => (
    <Fragment key={instrument}>
      <div className="map-gutter flex items-center text-sm">{words(`instrument.${instrument}`)}</div>
      {map.stages.map((stage, place) => (
        <div key={stage.key} className={classes('map-cell px-1 py-px', tintOf(stage.key, selected))}>
          <span className="sr-only">{t('pain.of', { instrument: words(`instrument.${instrument}`), stage: stage.name })}: </span>
          <StageHeatCell map={map} place={place} instrument={instrument} mode={mode} difference={comparison?.scores[instrument]?.[place]} />
        </div>
      ))}
    </Fragment>
  ))
}

type LinesProps = { map: JourneyMap; place: number; mode: 'level' | 'severity'; differences?: Partial<Record<AskedInstrument, readonly Difference[]>> }

/** The heat of one stage, a line an instrument (narrow screens). */
export function PainLines({ map, place, mode, differences = {} }: LinesProps) {
  const [t, words] = [useWords('map'), useWords('pain')]
  const asked = askedIn(map.heat.filter(({ stage }) => stage === map.stages[place]?.key))
  if (asked.length === 0) return <p className="text-xs text-ink-3">{t('pain.none')}</p>
  return (
    <dl className="grid gap-0.5">
      {asked.map((instrument) => (
        <div key={instrument} className="grid grid-cols-[64px_minmax(0,1fr)] items-center">
          <dt className="text-xs text-ink-2">{words(`instrument.${instrument}`)}</dt>
          <dd>
            <StageHeatCell map={map} place={place} instrument={instrument} mode={mode} difference={differences[instrument]?.[place]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

type CellProps = { map: Pick<JourneyMap, 'stages' | 'heat' | 'pain'>; place: number; instrument: AskedInstrument; mode: 'level' | 'severity'; difference?: Difference }

const BOX = 'h-[25px] w-full max-wide:h-9'

/** One stage and instrument: how it felt; or how severe its worst touchpoint is. */
export function StageHeatCell({ map, place, instrument, mode, difference }: CellProps) {
  const say = useSay()
  const stage = map.stages[place]
  const cell = stage && stageCell(map, stage.key, instrument)
  if (!stage || !cell) return <HeatCell kind="none" className={BOX} />
  const { heat: { index }, worst } = cell
  const score = stage[instrument]
  if (score.suppressed || index.value === null) return <HeatCell kind="hidden" className={BOX} />
  const shared = { n: say.number(score.n ?? 0), lowN: index.lowN, className: BOX }
  if (mode === 'level') {
    const change = difference?.tone ? { isFall: difference.tone === 'worse', says: difference.says } : null
    return (
      <div data-number={`/stages/${place}/${instrument}`} className="rounded-[3px]">
        <HeatCell kind="value" {...shared} change={change} shade={heatShade(index.value, index.lowN)} text={say.value(score)} />
      </div>
    )
  }
  const severity = worst?.pain?.severity ?? null
  if (!worst || severity === null) return <HeatCell kind="value" {...shared} shade={{ backgroundColor: 'var(--sunken)', color: 'var(--text-2)' }} text="–" />
  return (
    <div data-number={`/pain/${worst.at}/pain/severity`} title={worst.name} className="rounded-[3px]">
      <HeatCell kind="value" {...shared} lowN={worst.score.lowN} n={say.number(worst.score.n ?? 0)} shade={severityShade(severity, worst.score.lowN)} text={formatSeverity(say, severity)} />
    </div>
  )
}
