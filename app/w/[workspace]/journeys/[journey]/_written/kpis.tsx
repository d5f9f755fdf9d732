import { classes } from '#ui/classes'
import type { LaneValue } from '#lib/journeys/document/schema'
import { useWords } from '#words'
import type { LaneView } from '../_map/map-grid'
import { EmptyLane } from '../_lanes/empty-lane'
import { Lane } from '../_lanes/lane'
import { tintOf } from '../_lanes/tint'

/** Numbers from elsewhere that the team watches at each stage, as it wrote them: nothing of them is measured here. */
export function KpisLane({ map, columns, selected, links }: LaneView) {
  const t = useWords('map')
  const kpis = map.lanes.kpi.stage
  const names = map.stages.flatMap(({ key }) => kpis[key]?.map(({ name }) => name) ?? [])
  if (names.length === 0) return <EmptyLane id="kpis" title={t('lane.kpis')} columns={columns} says={t('empty.kpis')} action={t('empty.add')} href={links.edit} />
  return (
    <Lane id="kpis" title={t('lane.kpis')} columns={columns} summary={names.join(', ')}>
      {map.stages.map(({ key }) => (
        <div key={key} className={classes('map-cell px-3 py-2', tintOf(key, selected))}>
          <Kpis kpis={kpis[key]} />
        </div>
      ))}
    </Lane>
  )
}

export function Kpis({ kpis = [] }: { kpis?: LaneValue<'kpi'> }) {
  const t = useWords('map')
  return (
    <dl className="grid gap-1 text-xs empty:hidden">
      {kpis.map(({ name, value, target }, i) => (
        <div key={i} className="grid">
          <dt className="text-ink-2 wrap-anywhere">{name}</dt>
          <dd>
            <b className="text-sm font-semibold">{value}</b>
            {target && <span className="text-ink-3"> {t('kpis.target', { target })}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
