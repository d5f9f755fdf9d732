import type { ReactNode } from 'react'
import { classes } from './classes'

const LOOKS = { live: 'bg-live ring-3 ring-live/18', paused: 'bg-ink-3 ring-3 ring-ink-3/18', lost: 'ring-2 ring-warn ring-inset' }

/** `pulse` is a number that changes with each new batch: the dot pulses once for it. The text says what the dot means. */
export function LiveDot({ state, pulse = 0, children }: { state: keyof typeof LOOKS; pulse?: number; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2 text-sm whitespace-nowrap text-ink-2">
      <span key={pulse} aria-hidden className={classes('size-1.75 rounded-full', LOOKS[state], pulse > 0 && 'animate-[pulse-once_900ms_1]')} />
      <span>{children}</span>
    </span>
  )
}
