import type { ReactNode } from 'react'
import { classes } from './classes'

const TONES = {
  neutral: 'border-line bg-surface-2 text-ink-2',
  accent: 'border-transparent bg-accent-soft text-accent-text',
  better: 'border-good/35 bg-good/8 text-good-text',
  worse: 'border-pain/45 bg-pain/9 text-pain-text',
  warn: 'border-transparent bg-warn-soft text-warn',
  danger: 'border-transparent bg-danger-soft text-danger',
  sample: 'border-dashed border-line-strong text-ink-2',
}

/** A word about a thing, never a button; better and worse bring their arrow, so that colour does not stand alone. */
export function Chip({ tone = 'neutral', className, children }: { tone?: keyof typeof TONES; className?: string; children: ReactNode }) {
  return (
    <span
      className={classes('inline-flex h-5 items-center gap-1.5 rounded-full border px-2 text-xs font-normal whitespace-nowrap', TONES[tone], className)}
    >
      {tone === 'better' && <span aria-hidden>▲</span>}
      {tone === 'worse' && <span aria-hidden>▼</span>}
      {children}
    </span>
  )
}
