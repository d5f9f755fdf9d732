import Link from 'next/link'
import { useWords } from '#words'
import type { SharedComments } from '#lib/shares/comments'
import { FactsPart } from '../../../w/[workspace]/journeys/[journey]/_facts/facts'

/** What people wrote at a stage, where the link allows it. */
export function Comments({ comments: { comments, hidden, hasMore }, moreHref }: { comments: SharedComments; moreHref: string }) {
  const t = useWords('shares')
  if (hidden || comments.length === 0) {
    return (
      <FactsPart title={t('public.comments')}>
        <p className="text-sm text-ink-2">{t(hidden ? 'public.fewComments' : 'public.noComments')}</p>
      </FactsPart>
    )
  }
  return (
    <FactsPart title={t('public.comments')}>
      <ul className="grid gap-3 text-sm">
        {comments.map(({ text, touchpoint }, place) => (
          <li key={place}>
            <p className="break-words whitespace-pre-line">{text}</p>
            <p className="mt-0.5 text-xs text-ink-3">{touchpoint.name}</p>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Link href={moreHref} scroll={false} prefetch={false} className="link mt-4 inline-block text-sm">
          {t('public.more')}
        </Link>
      )}
    </FactsPart>
  )
}
