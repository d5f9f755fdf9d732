import { Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes'

/** A sentence above what it is about; `action` is a link or button such as "Try again". */
export function Banner({ tone = 'error', children, action, className }: { tone?: 'error' | 'warn' | 'note'; children: ReactNode; action?: ReactNode; className?: string }) {
  const look = { error: 'bg-danger-soft text-danger', warn: 'bg-warn-soft text-warn', note: 'bg-accent-soft text-accent-text' }[tone]
  const Icon = tone === 'note' ? Info : TriangleAlert
  return (
    <div role={tone === 'error' ? 'alert' : 'status'} className={classes('flex items-start gap-2 rounded-md px-3.5 py-2.5 text-sm', look, className)}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">
        {children} {action}
      </div>
    </div>
  )
}
