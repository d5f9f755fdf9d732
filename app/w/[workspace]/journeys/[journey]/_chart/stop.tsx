import type { ReactNode } from 'react'
import { Tooltip } from '#ui/tooltip'

/** What makes a point one of the stops of its chart. */
export type StopHandlers = { 'data-stop': number; tabIndex: number; onFocus: () => void }

type StopProps = { x: number; y: number; pointer: string; says: string; tip: ReactNode; stop: StopHandlers }

/** A point of a chart for the keyboard: it says one sentence and shows it. The mouse goes through it to the chart, which has a tip of its own. */
export function PointStop({ x, y, pointer, says, tip, stop }: StopProps) {
  return (
    <Tooltip content={tip}>
      <g role="img" aria-label={says} data-number={pointer || undefined} className="group pointer-events-none outline-none" {...stop}>
        <circle cx={x} cy={y} r={9} fill="none" strokeWidth={2} className="stroke-transparent group-focus-visible:stroke-focus" />
      </g>
    </Tooltip>
  )
}
