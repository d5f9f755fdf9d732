'use client'

import type { ReactNode } from 'react'
import { LaneTitle, useFold } from './lane'
import type { LaneId } from './settings'

/** A lane's place in the block of a stage, on a narrow screen: folded here where it is folded there. */
export function PhoneLane({ id, title, children }: { id: LaneId; title: string; children: ReactNode }) {
  const { folded, turn } = useFold(id)
  return (
    <div className="border-t border-grid first:border-t-0 [&_h3]:text-xs [&_h3]:font-medium [&_h3]:text-ink-2 [&_h3_button]:min-h-11 [&_h3_button]:w-full">
      <LaneTitle folded={folded} turn={turn}>
        {title}
      </LaneTitle>
      {!folded && <div className="pb-3">{children}</div>}
    </div>
  )
}
