import { Page } from '#ui/card'
import { Skeleton } from '#ui/skeleton'
import { useWords } from '#words'

/** As high as the map, so that nothing jumps when it comes. */
export default function Loading() {
  const t = useWords('ui')
  return (
    <Page aria-busy>
      <span role="status" className="sr-only">
        {t('loading')}
      </span>
      <Skeleton className="h-(--ctl-h) w-96 max-w-full" />
      <Skeleton className="mt-4 h-7 w-3/5" />
      <Skeleton className="mt-2 mb-4 h-4 w-2/5" />
      <Skeleton className="h-[720px] rounded-lg" />
    </Page>
  )
}
