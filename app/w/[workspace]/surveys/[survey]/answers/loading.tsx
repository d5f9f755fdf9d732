import { Skeleton } from '#ui/skeleton'
import { PageSkeleton } from '../_tabs/page-skeleton'

export default function Loading() {
  return (
    <PageSkeleton>
      <Skeleton className="mb-4 h-(--ctl-h) w-72 max-w-full" />
      <div className="grid gap-4 wide:grid-cols-2">
        <Skeleton className="h-64 rounded-lg" />
        <Skeleton className="h-64 rounded-lg" />
      </div>
    </PageSkeleton>
  )
}
