import Link from 'next/link'
import { MOST_READ, type SurveyResults } from '#lib/collect/results/read'
import { useSay, useWords } from '#words'

type CountedProps = { results: SurveyResults; days: number; heldHref: string }

/** "412 of 420 counted in the last 90 days · 8 held back" */
export function Counted({ results: { counted, held, newestOnly }, days, heldHref }: CountedProps) {
  const [say, t] = [useSay(), useWords('answers')]
  const among = newestOnly ? t('counted.among', { count: say.number(MOST_READ) }) : ''
  const first =
    counted === null
      ? t('counted.few')
      : counted + held === 0
        ? t('counted.none')
        : held === 0
          ? t('counted.all', { n: counted, count: say.number(counted) })
          : t('counted.some', { count: say.number(counted), of: say.number(counted + held) })
  return (
    <p className="text-sm text-ink-2">
      {t('counted.says', { first, days, among })}
      {held > 0 && (
        <>
          {' · '}
          <Link href={heldHref} className="link max-wide:py-2">
            {t('counted.held', { count: say.number(held) })}
          </Link>
        </>
      )}
    </p>
  )
}
