import type { ReactNode } from 'react'
import { Page } from '#ui/card'
import { Skeleton } from '#ui/skeleton'
import { useWords } from '#words'

/** A page of a survey before it is read: its head and tabs as high as they will be, so that nothing jumps when it comes. */
export function PageSkeleton({ children }: { children: ReactNode }) {
  const t = useWords('surveys')
  return (
    <Page aria-busy className="mx-auto max-w-300">
      <span role="status" className="sr-only">
        {t('loading')}
      </span>
      <Skeleton className="mt-2 h-4 w-20" />
      <Skeleton className="mt-3 h-7 w-80 max-w-full" />
      <Skeleton className="mt-5 mb-5 h-5 w-64" />
      {children}
    </Page>
  )
}
