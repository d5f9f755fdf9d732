import Link from 'next/link'
import { MOST_READ, type SurveyResults } from '#lib/collect/results'
import { formatNumber } from '#lib/stats/format'

type CountedProps = { results: SurveyResults; days: number; heldHref: string }

/** "412 of 420 counted in the last 90 days · 8 held back" */
export function Counted({ results: { counted, held, newestOnly }, days, heldHref }: CountedProps) {
  const among = newestOnly ? `, of the newest ${formatNumber(MOST_READ)} answers` : ''
  const first =
    counted === null
      ? 'Fewer than 5 answers counted'
      : counted + held === 0
        ? 'No answers'
        : held === 0
          ? `${formatNumber(counted)} ${counted === 1 ? 'answer' : 'answers'}, all counted`
          : `${formatNumber(counted)} of ${formatNumber(counted + held)} counted`
  return (
    <p className="text-sm text-ink-2">
      {first} in the last {days} days{among}
      {held > 0 && (
        <>
          {' · '}
          <Link href={heldHref} className="link max-wide:py-2">
            {formatNumber(held)} held back
          </Link>
        </>
      )}
    </p>
  )
}
