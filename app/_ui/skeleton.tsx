import type { ReactNode } from 'react'
import { useWords } from '#words'
import { Page } from './card'
import { classes } from './classes'

/** Holds the final height of what is on its way; shows itself only after 200 ms, so that a quick answer does not flash. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classes('block animate-[appear_160ms_200ms_backwards] rounded-sm bg-bar-2', className)} />
}

export function SkeletonLines({ lines = 3 }: { lines?: number }) {
  const t = useWords('ui')
  return (
    <div role="status" className="grid gap-2 py-1">
      <span className="sr-only">{t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} className={classes('h-3', line % 3 === 1 ? 'w-3/5' : 'w-4/5')} />
      ))}
    </div>
  )
}

/** A whole page before it is read: its parts as high as they will be, so that nothing jumps when it comes. */
export function SkeletonPage({ className, children }: { className?: string; children: ReactNode }) {
  const t = useWords('ui')
  return (
    <Page aria-busy className={className}>
      <span role="status" className="sr-only">
        {t('loading')}
      </span>
      {children}
    </Page>
  )
}
