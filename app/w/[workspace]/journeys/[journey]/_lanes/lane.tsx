'use client'

import { ChevronDown } from 'lucide-react'
import type { CSSProperties, ReactNode } from 'react'
import { classes } from '#ui/classes'
import { useLanes } from './lanes'
import type { LaneId } from './settings'
import { tintOf } from './tint'

export type Columns = { gridTemplateColumns: string }

type LaneProps = {
  id: LaneId
  title: ReactNode
  /** What stands in the gutter below the title. */
  gutter?: ReactNode
  /** One line about what is in the lane, shown while it is folded. */
  summary?: ReactNode
  columns: Columns
  /** The lane's cells, from the second column of the grid on. */
  children: ReactNode
  className?: string
}

const WHOLE: CSSProperties = { gridColumn: '2 / -1' }
/** Said of the gutter, so that what spans the whole lane may lie over it. */
const FIRST: CSSProperties = { gridArea: '1 / 1' }

/** A row of the map: its title folds it, a stage has the same edges in every one. */
export function Lane({ id, title, gutter, summary, columns, children, className }: LaneProps) {
  const { folded, turn } = useFold(id)
  return (
    <div className={classes('grid min-w-fit border-t border-line', className)} style={columns}>
      <div style={FIRST} className={classes('map-gutter', folded ? 'py-px' : 'py-1.5')}>
        <LaneTitle folded={folded} turn={turn}>
          {title}
        </LaneTitle>
        {!folded && gutter}
      </div>
      {folded ? (
        <p className="sticky left-(--gutter) max-w-[calc(100vw-2*var(--page)-var(--gutter)-2px)] self-center justify-self-start px-3 py-0.5 text-xs text-ink-3" style={WHOLE}>
          {summary}
        </p>
      ) : (
        children
      )}
    </div>
  )
}

/** Room below the rows of a lane, in which its gutter and columns go on. */
export const LaneFoot = ({ stages, selected }: { stages: readonly { key: string }[]; selected?: string }) => (
  <>
    <div aria-hidden className="map-gutter" />
    {stages.map(({ key }) => (
      <div key={key} aria-hidden className={classes('map-cell h-1.5', tintOf(key, selected))} />
    ))}
  </>
)

export function useFold(id: LaneId): { folded: boolean; turn: () => void } {
  const { lanes, arrange } = useLanes()
  const folded = lanes.find((lane) => lane.id === id)?.folded ?? false
  return { folded, turn: () => arrange(lanes.map((lane) => (lane.id === id ? { ...lane, folded: !folded } : lane))) }
}

export function LaneTitle({ folded, turn, children }: { folded: boolean; turn: () => void; children: ReactNode }) {
  return (
    <h3 className="text-sm font-semibold">
      <button type="button" aria-expanded={!folded} onClick={turn} className="-ml-1 flex min-h-6 items-center gap-1 rounded-sm text-left hover:text-ink-2">
        <ChevronDown aria-hidden className={classes('size-3.5 shrink-0 text-ink-3 transition-transform', folded && '-rotate-90')} />
        {children}
      </button>
    </h3>
  )
}
