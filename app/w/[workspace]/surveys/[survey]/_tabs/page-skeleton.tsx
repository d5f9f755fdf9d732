import type { ReactNode } from 'react'
import { Skeleton, SkeletonPage } from '#ui/skeleton'

/** A page of a survey before it is read: its head and tabs. */
export function PageSkeleton({ children }: { children: ReactNode }) {
  return (
    <SkeletonPage className="mx-auto max-w-300">
      <Skeleton className="mt-2 h-4 w-20" />
      <Skeleton className="mt-3 h-7 w-80 max-w-full" />
      <Skeleton className="mt-5 mb-5 h-5 w-64" />
      {children}
    </SkeletonPage>
  )
}
