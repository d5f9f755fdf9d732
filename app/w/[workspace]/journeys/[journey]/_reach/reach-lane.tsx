import { Fragment } from 'react'
import { classes } from '#ui/classes'
import { Twin, TwinBody, TwinButton } from '#ui/twin'
import type { JourneyMap } from '#lib/maps/types'
import { useWords } from '#words'
import { Lane, LaneFoot } from '../_lanes/lane'
import { NoReach } from './no-reach'
import { Exposed, RateLine } from './rate'
import { ratesOf, reachedOf } from './rates'
import { ReachTable } from './reach-table'

type LaneProps = { map: JourneyMap; columns: { gridTemplateColumns: string }; selected?: string; embed: string | null }

/** Whom surveys reached, under the scores: rows of the map's grid. */
export function ReachLane({ map, columns, selected, embed }: LaneProps) {
  const t = useWords('pain.reach')
  const rows = reachedOf(map)
  if (rows.length === 0) return <NoReach map={map} embed={embed} columns={columns} />
  const nameOf = (i: number) => map.stages[i]?.name ?? ''
  const tint = (key: string) => key === selected && 'bg-accent/5'
  return (
    <Twin>
      <Lane id="reach" title={t('title')} columns={columns} summary={t('about')} gutter={<TwinButton of={t('asTable')} />}>
        <TwinBody
          chart={
            <>
              {rows.map(({ row, pointer }, i) => (
                <div key={row.stage} className={classes('map-cell min-h-7 px-3', tint(row.stage))}>
                  <Exposed exposed={row.exposed} place={nameOf(i)} pointer={pointer} />
                </div>
              ))}
              {ratesOf(rows).map((key) => (
                <Fragment key={key}>
                  <div className="map-gutter">
                    <p className="flex h-7 items-center gap-1.5 text-xs whitespace-nowrap text-ink-2">
                      <b className="text-sm font-semibold text-ink">{t(`rate.${key}`)}</b> {key !== 'responseRate' && t(`unit.${key}`)}
                    </p>
                  </div>
                  {rows.map(({ row, pointer }, i) => (
                    <div key={row.stage} className={classes('map-cell min-h-7 px-3', tint(row.stage))}>
                      <RateLine rate={row[key]} place={nameOf(i)} pointer={`${pointer}/${key}`} base={key === 'dropOff'} />
                    </div>
                  ))}
                </Fragment>
              ))}
              <LaneFoot stages={map.stages} selected={selected} />
            </>
          }
          table={
            <div className="min-w-0" style={{ gridColumn: '2 / -1' }}>
              <ReachTable map={map} />
            </div>
          }
        />
      </Lane>
    </Twin>
  )
}
