import { Skeleton, SkeletonPage } from '#ui/skeleton'

export default function Loading() {
  return (
    <SkeletonPage className="mx-auto max-w-240">
      <Skeleton className="h-5 w-40" />
      <Skeleton className="mt-3 h-8 w-64" />
      <Skeleton className="mt-4 h-72 rounded-lg" />
      <Skeleton className="mt-4 h-56 rounded-lg" />
    </SkeletonPage>
  )
}
