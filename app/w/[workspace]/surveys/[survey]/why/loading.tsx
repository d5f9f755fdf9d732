import { Skeleton } from '#ui/skeleton'
import { PageSkeleton } from '../_tabs/page-skeleton'

export default function Loading() {
  return (
    <PageSkeleton>
      <div className="grid gap-4 wide:grid-cols-[20rem_1fr]">
        <Skeleton className="h-140 rounded-lg" />
        <Skeleton className="h-140 rounded-lg max-wide:hidden" />
      </div>
    </PageSkeleton>
  )
}
