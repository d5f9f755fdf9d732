import { Skeleton, SkeletonPage } from '#ui/skeleton'

export default function Loading() {
  return (
    <SkeletonPage>
      <Skeleton className="h-(--ctl-h) w-96 max-w-full" />
      <Skeleton className="mt-4 h-7 w-3/5" />
      <Skeleton className="mt-2 mb-4 h-4 w-2/5" />
      <Skeleton className="h-[720px] rounded-lg" />
    </SkeletonPage>
  )
}
