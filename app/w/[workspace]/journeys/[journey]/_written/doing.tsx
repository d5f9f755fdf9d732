import { classes } from '#ui/classes'
import { useWords } from '#words'
import type { LaneView } from '../_map/map-grid'
import { EmptyLane } from '../_lanes/empty-lane'
import { Lane } from '../_lanes/lane'
import { tintOf } from '../_lanes/tint'

/** What customers do at each stage, step by step, as the team describes it. */
export function DoingLane({ map, columns, selected, links }: LaneView) {
  const t = useWords('map')
  const doing = map.lanes.doing.stage
  const told = map.stages.flatMap(({ key }) => (doing[key] ? [doing[key]] : []))
  if (told.length === 0) return <EmptyLane id="doing" title={t('lane.doing')} columns={columns} says={t('empty.doing')} action={t('empty.write')} href={links.edit} />
  return (
    <Lane id="doing" title={t('lane.doing')} columns={columns} summary={t('doing.summary', { n: told.flat().length, stages: told.length })}>
      {map.stages.map(({ key }) => (
        <div key={key} className={classes('map-cell px-3 py-2', tintOf(key, selected))}>
          <Steps steps={doing[key]} />
        </div>
      ))}
    </Lane>
  )
}

export const Steps = ({ steps = [] }: { steps?: readonly string[] }) => (
  <ol className="grid gap-1 text-xs empty:hidden">
    {steps.map((step, i) => (
      <li key={i} className="grid grid-cols-[14px_1fr]">
        <span aria-hidden className="text-ink-3 tabular-nums">{i + 1}</span>
        <span className="wrap-anywhere">{step}</span>
      </li>
    ))}
  </ol>
)
