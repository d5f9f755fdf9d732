import Link from 'next/link'
import { EmptyState } from '#ui/empty'
import { SegmentLinks } from '#ui/segment'
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

const EMPTY = {
  all: ['No answers yet', 'They appear here, and on the map, the moment they arrive.'],
  counted: ['No answer is counted', 'Answers count as soon as they arrive, unless something about them looks wrong.'],
  held: ['Nothing is held back', 'Answers that look as if no person had given them wait here until somebody has looked at them. No number counts them meanwhile.'],
} as const

/** The single answers of a survey, the newest first, and what is held back among them. */
export function EachAnswer({ slug, versionsHref, answers, filter, hrefs, mayReview }: EachProps) {
  const current = filter.held === undefined ? 'all' : filter.held ? 'held' : 'counted'
  const [title, says] = EMPTY[current]
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <SegmentLinks
          label="Which answers"
          current={current}
          links={[
            { value: 'all', label: 'All', href: hrefs.all },
            { value: 'counted', label: 'Counted', href: hrefs.counted },
            { value: 'held', label: 'Held back', href: hrefs.held },
          ]}
        />
        {current === 'held' && (
          <Link href="/help/asking#held" prefetch={false} className="link text-sm max-wide:py-2.5">
            Why are answers held back?
          </Link>
        )}
      </div>
      {answers.length === 0 ? (
        <EmptyState title={title}>{says}</EmptyState>
      ) : (
        <AnswerList key={`${current} ${filter.cursor ?? ''}`} slug={slug} versionsHref={versionsHref} answers={answers} mayReview={mayReview} />
      )}
      <p className="mt-3 flex gap-5 text-sm">
        {filter.cursor !== undefined && (
          <Link href={hrefs[current]} className="link py-2">
            Newest answers
          </Link>
        )}
        {hrefs.older && (
          <Link href={hrefs.older} className="link py-2">
            Older answers
          </Link>
        )}
      </p>
    </>
  )
}
