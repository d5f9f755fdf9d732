import { Page } from '#ui/card'
import { Skeleton } from '#ui/skeleton'

/** As high as the page, so that nothing jumps when it comes. */
export default function Loading() {
  return (
    <Page aria-busy className="mx-auto max-w-300">
      <span role="status" className="sr-only">
        Loading
      </span>
      <Skeleton className="mt-2 h-4 w-20" />
      <Skeleton className="mt-3 h-7 w-80 max-w-full" />
      <Skeleton className="mt-5 mb-5 h-5 w-64" />
      <div className="grid grid-cols-1 gap-5 min-[1100px]:grid-cols-[minmax(0,400px)_minmax(0,1fr)]">
        <Skeleton className="h-64 rounded-lg" />
        <Skeleton className="h-64 rounded-lg" />
      </div>
    </Page>
  )
}
