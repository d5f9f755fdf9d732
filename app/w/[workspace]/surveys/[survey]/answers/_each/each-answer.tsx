import Link from 'next/link'
import { EmptyState } from '#ui/empty'
import { SegmentLinks } from '#ui/segment'
import { useWords } from '#words'
import type { AnswersFilter } from '../address'
import { AnswerList } from './answer-list'
import type { ShownAnswer } from './shown'

type EachProps = {
  slug: string
  versionsHref: string
  answers: readonly ShownAnswer[]
  filter: AnswersFilter
  hrefs: { all: string; counted: string; held: string; older: string | null }
  mayReview: boolean
}

/** The single answers of a survey, the newest first, and what is held back among them. */
export function EachAnswer({ slug, versionsHref, answers, filter, hrefs, mayReview }: EachProps) {
  const current = filter.held === undefined ? 'all' : filter.held ? 'held' : 'counted'
  const t = useWords('answers')
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <SegmentLinks
          label={t('each.which')}
          current={current}
          links={[
            { value: 'all', label: t('each.all'), href: hrefs.all },
            { value: 'counted', label: t('each.counted'), href: hrefs.counted },
            { value: 'held', label: t('each.held'), href: hrefs.held },
          ]}
        />
        {current === 'held' && (
          <Link href="/help/asking#held" prefetch={false} className="link text-sm max-wide:py-2.5">
            {t('each.whyHeld')}
          </Link>
        )}
      </div>
      {answers.length === 0 ? (
        <EmptyState title={t(`each.empty.${current}`)}>{t(`each.empty.${current}Says`)}</EmptyState>
      ) : (
        <AnswerList key={`${current} ${filter.cursor ?? ''}`} slug={slug} versionsHref={versionsHref} answers={answers} mayReview={mayReview} />
      )}
      <p className="mt-3 flex gap-5 text-sm">
        {filter.cursor !== undefined && (
          <Link href={hrefs[current]} className="link py-2">
            {t('each.newest')}
          </Link>
        )}
        {hrefs.older && (
          <Link href={hrefs.older} className="link py-2">
            {t('each.older')}
          </Link>
        )}
      </p>
    </>
  )
}
