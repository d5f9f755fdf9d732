import { Skeleton } from '#ui/skeleton'
import { PageSkeleton } from '../_tabs/page-skeleton'

export default function Loading() {
  return (
    <PageSkeleton>
      <div className="grid grid-cols-1 gap-5 min-[1100px]:grid-cols-[minmax(0,400px)_minmax(0,1fr)]">
        <Skeleton className="h-64 rounded-lg" />
        <Skeleton className="h-64 rounded-lg" />
      </div>
    </PageSkeleton>
  )
}
