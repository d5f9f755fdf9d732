import { useWords } from '#words'
import { Page } from '#ui/card'
import { Skeleton } from '#ui/skeleton'

export default function Loading() {
  const t = useWords('shares')
  return (
    <Page aria-busy className="mx-auto max-w-240">
      <span role="status" className="sr-only">
        {t('loading')}
      </span>
      <Skeleton className="h-5 w-40" />
      <Skeleton className="mt-3 h-8 w-64" />
      <Skeleton className="mt-4 h-72 rounded-lg" />
      <Skeleton className="mt-4 h-56 rounded-lg" />
    </Page>
  )
}
