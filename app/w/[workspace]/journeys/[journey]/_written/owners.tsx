import { classes } from '#ui/classes'
import { useWords } from '#words'
import type { LaneView } from '../_map/map-grid'
import { EmptyLane } from '../_lanes/empty-lane'
import { Lane } from '../_lanes/lane'
import { Person } from './person'
import { tintOf } from '../_lanes/tint'

/** Who looks after each stage. */
export function OwnersLane({ map, columns, selected, links }: LaneView) {
  const t = useWords('map')
  const owners = map.lanes.owner.stage
  const named = map.stages.flatMap(({ key }) => owners[key]?.name ?? [])
  if (named.length === 0) return <EmptyLane id="owners" title={t('lane.owners')} columns={columns} says={t('empty.owners')} action={t('empty.name')} href={links.edit} />
  return (
    <Lane id="owners" title={t('lane.owners')} columns={columns} summary={[...new Set(named)].join(', ')}>
      {map.stages.map(({ key }) => (
        <div key={key} className={classes('map-cell flex items-center px-3 py-1.5', tintOf(key, selected))}>
          {owners[key] ? <Person {...owners[key]} /> : <span className="text-xs text-ink-3">{t('owners.none')}</span>}
        </div>
      ))}
    </Lane>
  )
}
