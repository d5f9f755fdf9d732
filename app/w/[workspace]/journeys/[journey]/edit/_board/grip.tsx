'use client'

import type { DraggableSyntheticListeners } from '@dnd-kit/core'
import { GripVertical } from 'lucide-react'
import type { KeyboardEvent, Ref } from 'react'
import { classes } from '#ui/classes'
import { useWords } from '#words'
import { idOf, type Spot } from './board'

export const GRIP_HELP = 'grip-help'

type GripProps = {
  spot: Spot
  name: string
  isHeld: boolean
  handle: Ref<HTMLButtonElement>
  listeners: DraggableSyntheticListeners
  onKeyDown: (event: KeyboardEvent, spot: Spot) => void
  onBlur: () => void
}

/** Moved by the pointer, or by Space and the arrow keys. */
export function Grip({ spot, name, isHeld, handle, listeners, onKeyDown, onBlur }: GripProps) {
  const t = useWords('editor')
  return (
    <button
      ref={handle}
      type="button"
      data-grip={idOf(spot)}
      aria-label={t('move', { name })}
      aria-describedby={GRIP_HELP}
      aria-pressed={isHeld}
      {...listeners}
      onKeyDown={(event) => onKeyDown(event, spot)}
      onBlur={onBlur}
      className={classes(
        'grid h-6 w-5 shrink-0 cursor-grab touch-none place-items-center rounded-sm hover:bg-hover active:cursor-grabbing max-wide:size-11',
        isHeld ? 'bg-accent text-on-accent' : 'text-ink-3 hover:text-ink',
      )}
    >
      <GripVertical aria-hidden className="size-4" />
    </button>
  )
}
